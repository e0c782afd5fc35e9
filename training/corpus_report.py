"""`make corpus-report`: checks the corpus, prints what it holds and how far two codings agree; `--doubts` lists what to look at."""

import sys
from collections.abc import Sequence
from pathlib import Path

from training import agreement, cover
from training.markup import Fault, doubts_of, faults_of, read_corpus, read_documents

CORPUS = Path(__file__).parent / "corpus"


def main(arguments: Sequence[str] | None = None) -> int:
    """Prints the report; the exit status is 1 where the corpus has faults."""
    options = sys.argv[1:] if arguments is None else list(arguments)
    documents, faults = read_corpus(CORPUS)
    doubts: list[Fault] = []
    for document in documents:
        path = CORPUS / f"{document['part']}.txt"
        faults += faults_of(document, path)
        doubts += doubts_of(document, path)
    second = []
    for path in sorted((CORPUS / "second").glob("*.txt")):
        coded, wrong = read_documents(path)
        second += coded
        faults += wrong
    print("\n".join(cover.lines(cover.measure(documents))))
    if second:
        print()
        print("\n".join(agreement.lines(agreement.agreement(documents, second), len(documents))))
    print()
    for fault in [*faults, *(doubts if "--doubts" in options else [])]:
        print(fault)
    print(f"{len(faults)} faults, {len(doubts)} doubts" + ("" if "--doubts" in options else " (--doubts lists them)"))
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
