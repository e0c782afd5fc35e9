"""A time expression as one flat record of the command line."""

from dateline.model import TimeExpression


def time_record(expression: TimeExpression) -> dict[str, str | int | None]:
    """`start`, `end`, `text`, TIMEX3 `type` and `value`; `from`, `to` (ISO days or date-times) and `precision`, null if unknown."""
    return {
        "start": expression.start,
        "end": expression.end,
        "text": expression.text,
        "type": expression.type,
        "value": expression.value,
        "from": expression.lower,
        "to": expression.upper,
        "precision": expression.span.precision if expression.span else None,
    }
