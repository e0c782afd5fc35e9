"""Who acts, who is acted upon, and who says so."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Actor:
    """One entity in a role.

    `text` is as written (None where the doer is plain from the report but has no words in reach), `name` the canonical
    English name, `country` ISO 3166-1 alpha-3, "IGO" for bodies of states, empty if unknown; `sector` a code of the codebook,
    empty if unknown.
    """

    text: str | None
    name: str
    country: str = ""
    sector: str = ""
    wikidata: str | None = None
    confidence: float = 1.0
