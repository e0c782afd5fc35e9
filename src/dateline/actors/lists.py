"""Phrases that name several actors: "Britain, France and Germany", "Russian and Ukrainian troops", "the presidents of A and B"."""

from datetime import date

from dateline.actors.directory import Directory, open_directory
from dateline.actors.phrases import Part, Phrase, read_phrase
from dateline.actors.resolver import named_person, resolve, shared_role
from dateline.model import Actor

_JOINTS = frozenset(("and", ",", "or"))


def resolve_all(
    phrase: str,
    *,
    on: date | None = None,
    home: str = "",
    directory: Directory | None = None,
) -> tuple[Actor, ...]:
    """Every actor that a noun phrase lists, in order, read as `resolve` reads one; empty for pronouns.

    `text` of each actor holds the words of its own share of the phrase.
    """
    known = directory or open_directory()
    read = read_phrase(phrase.strip().rstrip(",;:."), on, home, known)
    persons = [part for part in read.parts if any(span.entry.kind == "person" for span in part.names)]
    shares = [] if len(persons) < 2 and named_person(read, on) else _shares(read)
    if len(shares) < 2:
        one = resolve(phrase, on=on, home=home, directory=known)
        return (one,) if one else ()
    actors = (resolve(share, on=on, home=home, directory=known) for share in shares)
    return tuple(actor for actor in actors if actor)


def _shares(phrase: Phrase) -> list[str]:
    """The phrase rewritten as one phrase for each actor; empty where it is no list."""
    head, rest = phrase.head, phrase.parts[1:]
    if not rest or not any(part.link == "and" for part in rest):
        return []
    role = shared_role(phrase)
    if role is not None:
        words = phrase.text[role.start : role.end]
        return [f"{_words(phrase, part, role.start)} {words}".replace(f" {words} {words}", f" {words}") for part in phrase.parts]
    owned = rest[0].link == "of" and head.roles and not head.names
    if owned and all(_name_alone(part) and part.link in ("of", *_JOINTS) for part in rest):
        return [f"{_words(phrase, head)} of {_words(phrase, part)}" for part in rest]
    joined = all(part.link in _JOINTS for part in rest)
    if joined and all(_name_alone(part) for part in phrase.parts):
        return [_words(phrase, part) for part in phrase.parts]
    if len(phrase.parts) == 2 and rest[0].link == "and" and all(part.roles or part.names for part in phrase.parts):
        return [_words(phrase, part) for part in phrase.parts]
    return []


def _name_alone(part: Part) -> bool:
    return len(part.names) == 1 and not part.roles and not part.words


def _words(phrase: Phrase, part: Part, until: int | None = None) -> str:
    end = min(part.end, until) if until is not None and until > part.start else part.end
    return phrase.words_of(part.start, end)
