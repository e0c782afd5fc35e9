"""The commands under one name, and what the user sees when one of them fails."""

import contextlib
import os
import sys
from collections.abc import Sequence
from typing import Annotated

import typer

from dateline import __version__
from dateline.cli import code, doctor, evaluate, filters, incidents, ingest, read, serve, show
from dateline.cli.tally import UNUSABLE, complain
from dateline.errors import DatelineError

FAILED = 1
INTERRUPTED = 130
"""The status that shells give a program ended by Ctrl-C."""

app = typer.Typer(
    name="dateline",
    help="Reads news reports and keeps a sourced record of conflict and diplomacy.",
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)


def _version(asked: bool) -> None:
    if asked:
        typer.echo(f"dateline {__version__}")
        raise typer.Exit


@app.callback()
def options(
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Print the version and end.")
    ] = False,
) -> None:
    """Reads news reports and keeps a sourced record of conflict and diplomacy."""


for command in (
    code.code,
    read.read,
    ingest.ingest,
    incidents.incidents,
    show.show,
    serve.serve,
    serve.demo,
    evaluate.evaluate,
    doctor.doctor,
    filters.relate,
    filters.places,
    filters.times,
    filters.merge,
):
    app.command()(command)


def main(arguments: Sequence[str] | None = None) -> None:
    """Runs the command line and ends the program.

    Status 0: done; 1: a fault of Dateline's own; 2: nothing could be done with what was given; 130: interrupted.
    """
    for stream in (sys.stdout, sys.stderr):
        with contextlib.suppress(AttributeError):
            stream.reconfigure(errors="replace")  # type: ignore[union-attr]
    try:
        app(arguments)
    except DatelineError as error:
        complain(str(error))
        sys.exit(UNUSABLE)
    except KeyboardInterrupt:
        sys.exit(INTERRUPTED)
    except BrokenPipeError:
        # The reader has gone (`| head`): that is no fault, and the interpreter must not try to flush to it.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(0)
    except Exception as error:
        if os.environ.get("DATELINE_DEBUG"):
            raise
        complain(f"unexpected {type(error).__name__}: {error} (this is a fault of Dateline's; DATELINE_DEBUG=1 shows where)")
        sys.exit(FAILED)
