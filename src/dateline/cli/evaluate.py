"""`dateline evaluate`: the coder's measures on gold."""

import json
from pathlib import Path
from typing import Annotated, Any

import typer


def evaluate(
    gold: Annotated[Path, typer.Argument(metavar="GOLD.jsonl", help="Documents with their gold events, one a line.")],
    as_json: Annotated[bool, typer.Option("--json", help="Print the whole result as JSON.")] = False,
) -> None:
    """Score the coder on a gold file, field by field."""
    from dateline import workflow

    result = workflow.evaluate(gold)
    typer.echo(json.dumps(result, indent=1) if as_json else "\n".join(lines(result)))


def lines(result: dict[str, Any]) -> list[str]:
    """The result as lines of text; P, R and F1 are precision, recall and their harmonic mean."""
    events = result["events"]
    found = [
        f"{result['documents']} documents, {events['gold']} gold events, {events['coded']} coded",
        f"events      {_scores(events)}",
        f"whole       {result['whole']:.3f} of coded, {result['whole_recall']:.3f} of gold",
        "of the pairs found:",
    ]
    found += [f"  {name:<12}{share:.3f}" for name, share in result["accuracy_of_pairs"].items()]
    found += [
        f"  {name:<12}F1 {v['f1']:.3f}  ({v['right']} right of {v['coded']} coded, {v['gold']} gold)"
        for name, v in result["f1_of_pairs"].items()
    ]
    found.append("by type:")
    found += [f"  {name:<12}{_scores(v)}  n {v['gold']}" for name, v in result["by_type"].items()]
    return found


def _scores(measures: dict[str, float]) -> str:
    return f"P {measures['precision']:.3f}  R {measures['recall']:.3f}  F1 {measures['f1']:.3f}"
