"""`dateline doctor`: whether everything that Dateline needs is here."""

import typer


def doctor() -> None:
    """Check this installation; say what to do."""
    from dateline import workflow

    checks = workflow.doctor()
    for check in checks:
        typer.echo(f"{'ok  ' if check.good else 'FAIL' if check.needed else 'note'}  {check.name}: {check.finding}")
    if any(check.needed and not check.good for check in checks):
        raise typer.Exit(1)
