"""Tokens, and the merging of spelled numbers: "twenty-four", "a hundred", "two and a half", "nineteen ninety-four"."""

from dataclasses import dataclass, replace

from dateline.times.units import Unit


@dataclass(frozen=True, slots=True)
class Token:
    """A word or mark of the text: its terminal in the grammar, where it stands, how it is written, and what it counts."""

    terminal: str
    start: int
    end: int
    text: str
    number: float | None = None
    unit: Unit | None = None

    @property
    def word(self) -> str:
        """The text in lower case with straight apostrophes and single spaces."""
        return " ".join(self.text.lower().replace("’", "'").split())


_UNITS_OF_TEN = frozenset(("CARDINAL", "ORDINAL", "SECOND"))
_SCALABLE = frozenset(("CARDINAL", "A", "D12", "D24", "D31", "D99", "BIG", "COUPLE"))
_COUNTS = frozenset(("CARDINAL", "D12", "D24", "D31", "D99", "BIG"))
_NUMERIC = frozenset(("TENS", "SCALE", "HALF", "AHALF"))


def merge_numerals(run: list[Token]) -> list[Token]:
    """The run with each spelled number as one token; a run without any comes back as it is."""
    if not any(token.terminal in _NUMERIC for token in run):
        return run
    merged: list[Token] = []
    at = 0
    while at < len(run):
        token, at = _tens(run, at)
        token, at = _scaled(run, token, at)
        token, at = _spelled_year(run, token, at)
        token, at = _and_a_half(run, token, at)
        merged.append(token)
    return merged


def _joined(first: Token, last: Token, terminal: str, number: float) -> Token:
    return replace(first, terminal=terminal, end=last.end, text=f"{first.text} {last.text}", number=number, unit=None)


def _peek(run: list[Token], at: int) -> Token | None:
    return run[at] if at < len(run) else None


def _tens(run: list[Token], at: int) -> tuple[Token, int]:
    """Read one token from `at`; "twenty", "twenty-four", "twenty fourth" count as one. Returns the place after it."""
    token = run[at]
    if token.terminal != "TENS":
        return token, at + 1
    step = at + 1
    after = _peek(run, step)
    if after and after.terminal == "HYPHEN":
        step += 1
        after = _peek(run, step)
    tens = token.number or 0
    if after and after.terminal in _UNITS_OF_TEN and after.number and after.number < 10:
        terminal = "CARDINAL" if after.terminal == "CARDINAL" else "ORDINAL"
        return _joined(token, after, terminal, tens + after.number), step + 1
    return replace(token, terminal="CARDINAL"), at + 1


def _scaled(run: list[Token], token: Token, at: int) -> tuple[Token, int]:
    """As in "two hundred", "a thousand", "two thousand and three"; a bare "hundred" stays alone."""
    while token.terminal in _SCALABLE and (scale := _peek(run, at)) and scale.terminal == "SCALE":
        base = 1 if token.terminal == "A" else token.number or 0
        token = _joined(token, scale, "BIG", base * (scale.number or 1))
        at += 1
        step = at + 1 if (word := _peek(run, at)) and word.terminal == "AND" else at
        if step < len(run) and run[step].terminal in ("CARDINAL", "TENS"):
            rest, after = _tens(run, step)
            if rest.number and scale.number and rest.number < scale.number and not _begins_scale(run, after):
                token, at = _joined(token, rest, "BIG", (token.number or 0) + rest.number), after
    if token.terminal == "BIG" and token.text[0].isalpha() and 2000 <= (token.number or 0) < 2100:
        token = replace(token, terminal="SPELLEDYEAR")
    return token, at


def _begins_scale(run: list[Token], at: int) -> bool:
    after = _peek(run, at)
    return after is not None and after.terminal == "SCALE"


def _spelled_year(run: list[Token], token: Token, at: int) -> tuple[Token, int]:
    """As in "nineteen ninety-four": a cardinal from fifteen to twenty, and a two-digit one."""
    if token.terminal == "CARDINAL" and token.number in (15, 16, 17, 18, 19, 20) and at < len(run) and run[at].terminal == "TENS":
        rest, after = _tens(run, at)
        return _joined(token, rest, "SPELLEDYEAR", (token.number or 0) * 100 + (rest.number or 0)), after
    return token, at


def _and_a_half(run: list[Token], token: Token, at: int) -> tuple[Token, int]:
    """As in "two and a half" or "two-and-a-half" years."""
    if token.terminal in _COUNTS:
        following = "".join(f"{t.terminal} " for t in run[at : at + 6])
        for pattern in ("AND AHALF ", "HYPHEN AND HYPHEN A HYPHEN HALF "):
            if following.startswith(pattern):
                at += pattern.count(" ")
                return _joined(token, run[at - 1], "BIG", (token.number or 0) + 0.5), at
    return token, at
