"""The command line as a program: its streams, and what the user sees when a command fails."""

import contextlib
import os
import sys
from collections.abc import Sequence
from pathlib import Path

from dateline import settings
from dateline.cli.tally import UNUSABLE
from dateline.cli.terminal import complain
from dateline.errors import DatelineError

FAILED = 1
INTERRUPTED = 130
"""The status that shells give a program ended by Ctrl-C."""


def main(arguments: Sequence[str] | None = None) -> None:
    """Runs the command line and ends the program.

    Status 0: done; 1: a fault of Dateline's own or of the system; 2: nothing could be done with what was given; 130: interrupted.
    """
    _prepare_streams()
    settings.one_thread_for_arrays()
    try:
        from dateline.cli import app  # here, so that Ctrl-C is quiet also while the commands are loaded

        app.app(arguments)
    except DatelineError as error:
        complain(str(error))
        sys.exit(UNUSABLE)
    except KeyboardInterrupt:
        sys.exit(INTERRUPTED)
    except OSError as error:
        if os.environ.get("DATELINE_DEBUG"):
            raise
        complain(f"stopped by the system: {error.strerror or error}" + (f" ({error.filename})" if error.filename else ""))
        leave_output()
        sys.exit(FAILED)
    except Exception as error:
        if os.environ.get("DATELINE_DEBUG"):
            raise
        complain(f"unexpected {type(error).__name__}: {error} (this is a fault of Dateline's; DATELINE_DEBUG=1 shows where)")
        sys.exit(FAILED)


def leave_output() -> None:
    """Sends what is still in the buffer of standard output nowhere, so that the interpreter does not stumble over it at its end."""
    with contextlib.suppress(OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _prepare_streams() -> None:
    """Nothing in place of streams that the caller has closed; question marks for what an old terminal cannot show."""
    for name, mode in (("stdin", "r"), ("stdout", "w"), ("stderr", "w")):
        if getattr(sys, name) is None:
            setattr(sys, name, Path(os.devnull).open(mode))  # noqa: SIM115 - open to the end
    for stream in (sys.stdout, sys.stderr):
        with contextlib.suppress(AttributeError):
            stream.reconfigure(errors="replace")  # type: ignore[union-attr]
