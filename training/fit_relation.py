"""`python -m training.fit_relation`: how far encoder and lexicon are to be trusted on a pair of sides in a sentence.

Every pair of actor and recipient that an act of the reports coded twice names in one sentence is one row. Prints the likelihood and
the share of right types for a grid of weights of `dateline.coding.relation`.
"""

import math
import sys
from itertools import product

from dateline.coding.relation import told, weighed
from dateline.language import packaged
from dateline.model import Span
from training.fit_confidence import CORPUS
from training.gold import document_of
from training.markup import held_out

GRID = ((0.0, 0.6, 0.8, 1.0, 1.2), (0.0, 0.15, 0.3, 0.5, 0.8))

Pair = tuple[dict[str, float], dict[str, float], str]


def pairs() -> list[Pair]:
    """For each pair what the encoder and the lexicon say, and the type that the corpus tells."""
    found = []
    for record in held_out(CORPUS)[1]:
        document = document_of(record)
        for event in record["events"]:
            spans = [(e["role"], Span(e["start"], e["end"])) for e in event["evidence"] if e["in"] == "text"]
            actors, recipients = ([s for role, s in spans if role == side] for side in ("actor", "recipient"))
            for a, b in product(actors[:1], recipients[:1]):
                number = document.sentence_at(a.start)
                if a.overlaps(b) or number is None or number != document.sentence_at(b.start):
                    continue
                sentence = document.sentences[number]
                one, other = (Span(s.start - sentence.start, s.end - sentence.start) for s in (a, b))
                text = sentence.of(document.text)
                found.append((packaged().relation(text, one, other), told(text, one, other), event["event_type"]))
    return found


def main() -> int:
    """Prints the grid."""
    rows = pairs()
    print(f"{len(rows)} pairs; weights of encoder and lexicon, mean log-likelihood, share right")
    for encoder, lexicon in product(*GRID):
        answers = [(weighed(pair, words, encoder, lexicon), kind) for pair, words, kind in rows]
        sure = sum(math.log(chances[kind]) for chances, kind in answers) / len(rows)
        right = sum(max(chances, key=chances.__getitem__) == kind for chances, kind in answers) / len(rows)
        print(f"  {encoder:.2f} {lexicon:.2f}  {sure:.3f}  {right:.3f}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
