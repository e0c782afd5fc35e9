"""The commands under one name."""

import sys
from collections.abc import Callable
from functools import wraps
from typing import Annotated, Any

import typer

from dateline import __version__
from dateline.cli import code, doctor, evaluate, filters, incidents, ingest, read, serve, show
from dateline.cli.running import leave_output

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
            leave_output()

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
