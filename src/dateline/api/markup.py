"""HTML from nested calls: whatever is not markup already is escaped, so nothing a report says can become a tag."""

from html import escape

VOID = frozenset({"br", "hr", "input", "link", "meta"})


class Markup(str):
    """Text that is HTML already."""

    __slots__ = ()


def tag(name: str, /, *children: str, **attributes: str | bool) -> Markup:
    """An element. Plain strings are escaped; `class_` and `for_` lose their underscore; True is a bare attribute, False none."""
    written = "".join(_attribute(key.rstrip("_").replace("_", "-"), value) for key, value in attributes.items())
    if name in VOID:
        return Markup(f"<{name}{written}>")
    inner = "".join(child if isinstance(child, Markup) else escape(child) for child in children)
    return Markup(f"<{name}{written}>{inner}</{name}>")


def joined(parts: list[Markup]) -> Markup:
    """Several elements, one after the other."""
    return Markup("".join(parts))


def _attribute(key: str, value: str | bool) -> str:
    if isinstance(value, bool):
        return f" {key}" if value else ""
    return f' {key}="{escape(value)}"'
