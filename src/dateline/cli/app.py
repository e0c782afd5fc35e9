"""The commands under one name, and what the user sees when one of them fails."""

import contextlib
import os
import sys
from collections.abc import Callable, Sequence
from functools import wraps
from typing import Annotated, Any

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


def until_the_reader_leaves(command: Callable[..., None]) -> Callable[..., None]:
    """The command, ending quietly with status 0 when what reads its output has read enough (`| head`)."""

    @wraps(command)
    def run(*given: Any, **named: Any) -> None:
        try:
            command(*given, **named)
            sys.stdout.flush()
        except BrokenPipeError:
            # What is still in the buffer goes nowhere, so that the interpreter does not stumble over it at its end.
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())

    return run


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
    app.command()(until_the_reader_leaves(command))


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
    except Exception as error:
        if os.environ.get("DATELINE_DEBUG"):
            raise
        complain(f"unexpected {type(error).__name__}: {error} (this is a fault of Dateline's; DATELINE_DEBUG=1 shows where)")
        sys.exit(FAILED)
