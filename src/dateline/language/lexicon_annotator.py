"""The annotator of our own lexicon and grammar: the baseline that a trained encoder has to beat."""

from dateline.fingerprint import fingerprint
from dateline.language.facts import harm, impacts, targets
from dateline.language.lexicon import Lexicon, load
from dateline.language.phrases import Phrases
from dateline.language.roles import candidates
from dateline.language.screen import Screening, long_ago, screen
from dateline.language.tokens import Token
from dateline.language.triggers import Reading, readings
from dateline.model import Annotations, Document, Link, Mention, Part, Role, Span, Trigger

_LOWEST = 0.12
_ROLE_OF_KIND: dict[str, Role] = {"harm": "harm", "target": "target", "impact": "impact"}


class LexiconAnnotator:
    """Annotates by the packaged lexicon; links every phrase that grammar offers and leaves the choice to the coder."""

    name = "lexicon"

    def __init__(self, lexicon: Lexicon | None = None) -> None:
        self._lexicon = lexicon or load()

    @property
    def version(self) -> str:
        """Name and version, kept with every event."""
        return f"lexicon-{fingerprint('dateline.language')}"

    def annotate(self, document: Document) -> Annotations:
        """Triggers, mentions and links of title and text; nothing of a report about sport, stage, software or nature."""
        builder = _Builder()
        screening = screen(document.title, document.text)
        if document.title and not document.text.startswith(document.title):
            self._sentence(builder, document.title, Span(0, len(document.title)), "title", screening)
        for sentence in document.sentences:
            if not long_ago(sentence.of(document.text)):
                self._sentence(builder, document.text, sentence, "text", screening)
        return builder.annotations()

    def _sentence(self, builder: "_Builder", text: str, sentence: Span, part: Part, screening: Screening) -> None:
        tokens = self._lexicon.read(text, sentence)
        phrases = Phrases(tokens)
        found = [(r, r.probability * screening.factor(r.match.row.event_type)) for r in readings(tokens, phrases, self._lexicon)]
        found = [(r, p) for r, p in found if p >= _LOWEST]
        struck = [r.match.head for r, _ in found if r.match.row.event_type == "ASSAULT"]
        facts = [*harm(tokens, phrases, part), *targets(tokens, phrases, part, struck), *impacts(tokens, phrases, part)]
        indices = [builder.mention(m) for m in facts]
        for reading, probability in found:
            builder.trigger(tokens, phrases, reading, probability, part)
        builder.facts(facts, indices, part, sentence)


class _Builder:
    """Collects triggers, mentions and links with their numbers."""

    def __init__(self) -> None:
        self._triggers: list[Trigger] = []
        self._mentions: list[Mention] = []
        self._links: list[Link] = []
        self._numbers: dict[tuple[str, Part, Span, str], int] = {}

    def mention(self, mention: Mention) -> int:
        key = (mention.kind, mention.part, mention.span, mention.label)
        if key not in self._numbers:
            self._numbers[key] = len(self._mentions)
            self._mentions.append(mention)
        return self._numbers[key]

    def trigger(self, tokens: list[Token], phrases: Phrases, reading: Reading, probability: float, part: Part) -> None:
        span = Span(tokens[reading.match.first].start, tokens[reading.match.last].end)
        row = reading.match.row
        number = len(self._triggers)
        self._triggers.append(
            Trigger(
                span,
                row.event_type,
                row.mode,
                reading.status,
                aggregate=reading.aggregate,
                anaphoric=reading.anaphoric,
                probability=round(probability, 4),
                part=part,
            )
        )
        for role, phrase, strength in candidates(tokens, phrases, reading):
            mention = Mention(phrase.span(tokens), "actor", probability=strength, part=part)
            self._links.append(Link(number, self.mention(mention), role, strength))

    def facts(self, facts: list[Mention], indices: list[int], part: Part, sentence: Span) -> None:
        """Links harm, targets and impacts to the sentence's triggers, the nearer the likelier."""
        here = [(n, t) for n, t in enumerate(self._triggers) if t.part == part and sentence.contains(t.span)]
        for fact, index in zip(facts, indices, strict=True):
            for n, trigger in here:
                distance = max(fact.span.start - trigger.span.end, trigger.span.start - fact.span.end, 0)
                self._links.append(Link(n, index, _ROLE_OF_KIND[fact.kind], round(1 / (1 + distance / 60), 3)))

    def annotations(self) -> Annotations:
        return Annotations(tuple(self._triggers), tuple(self._mentions), tuple(self._links))
