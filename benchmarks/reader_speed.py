# ruff: noqa: E402
"""How fast the packaged coder reads, how much memory it takes, and where the time goes: `python benchmarks/reader_speed.py`.

The reports are of the project's corpus, cut or put together to SENTENCES each: half tell acts, half are of the parts without acts,
as news is mixed. CPU-seconds are those of this process; documents a second are by the clock, on two processes, with `dateline code`
itself.
"""

import os
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path

from dateline.settings import one_thread_for_arrays

one_thread_for_arrays()  # as `dateline` itself does; the imports below are late for its sake

from dateline.coding import Coder
from dateline.language import LexiconAnnotator, ReaderAnnotator, packaged
from dateline.language.encoder.windows import windows_of
from dateline.language.reader_annotator import wanted
from dateline.model import Document
from dateline.workflow import read

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
from training.markup import read_corpus

ROOT = Path(__file__).resolve().parents[1]
SENTENCES, REPORTS = 20, 240
IDLE = ("part19", "part27", "part29")
"""Parts of the corpus with few acts or none."""


def mixed(folder: Path) -> list[Path]:
    """Plain-text reports of 20 sentences, half of them of parts with few acts or none."""
    records = read_corpus(ROOT / "training/corpus")[0]
    texts = ([r for r in records if r["part"].startswith(IDLE) == idle] for idle in (False, True))
    paths = []
    for idle, some in enumerate(texts):
        blocks = [block for r in some for block in r["text"].split("\n\n")]
        at = 0
        for number in range(REPORTS // 2):
            made: list[str] = []
            while sum(block.count(". ") + 1 for block in made) < SENTENCES:
                made.append(blocks[at % len(blocks)])
                at += 1
            path = folder / f"{idle}{number:03}.txt"
            path.write_text(f"{some[number % len(some)]['title']}\n\n" + "\n\n".join(made) + "\n", encoding="utf-8")
            paths.append(path)
    return paths


def taken(work: Callable[[Document], object], documents: Sequence[Document]) -> float:
    """CPU-seconds of some work on all documents."""
    began = time.process_time()
    for document in documents:
        work(document)
    return time.process_time() - began


def encoder(documents: Sequence[Document]) -> None:
    """Sentences a CPU-second when every sentence is read; tokenizing is not counted."""
    model = packaged()
    model.read(documents[0])
    windows = [windows_of(d, model.tokenizer) for d in documents]
    sentences, pieces = sum(len(d.sentences) for d in documents), sum(len(w.pieces) for some in windows for w in some)
    began = time.process_time()
    for some in windows:
        model.encode(some)
    seconds = time.process_time() - began
    print(f"encoder: {sentences / seconds:.0f} sentences, {pieces / seconds:.0f} word pieces a CPU-second ({sentences} sentences)")


def profile(paths: Sequence[Path], documents: Sequence[Document]) -> None:
    """Where the time of a report goes, stage by stage, in one process."""
    model, lexicon, coder = packaged(), LexiconAnnotator(), Coder()
    reader = ReaderAnnotator()
    coder.code(documents[0])
    began = time.process_time()
    sum(1 for _ in read([str(p) for p in paths], on_refused=print))
    reading = time.process_time() - began
    said = {d.id: lexicon.annotate(d) for d in documents}
    asked = {d.id: wanted(model, d, said[d.id]) for d in documents}
    told = sum(sum(rows) for rows in asked.values())
    whole = taken(coder.code, documents)
    annotating = taken(reader.annotate, documents)
    stages = {
        "reading, language, sentences": reading,
        "lexicon": taken(lexicon.annotate, documents),
        "screen": taken(model.screen.wanted, documents),
        "encoder": taken(lambda d: model.read(d, asked[d.id]), documents),
    }
    stages["roles, modes, links"] = annotating - sum(stages.values()) + reading
    stages["places, times, actors, rules"] = whole - annotating
    sentences = sum(len(d.sentences) for d in documents)
    print(
        f"one process: {len(documents) / (reading + whole):.1f} documents a CPU-second; {told / sentences:.2f} of sentences encoded"
    )
    for name, seconds in stages.items():
        print(f"  {name:<30} {1000 * seconds / len(documents):6.1f} ms a report  {seconds / (reading + whole):4.0%}")
    print(f"  peak memory of this process: {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MB")


def command(*arguments: str) -> tuple[float, float]:
    """Seconds by the clock of one `dateline` command, and the peak memory in MB of the largest process so far."""
    environment = os.environ | {"DATELINE_NOW": "2026-03-01T00:00:00+00:00"}
    began = time.perf_counter()
    quiet = subprocess.DEVNULL
    subprocess.run([sys.executable, "-m", "dateline", *arguments], stdout=quiet, stderr=quiet, check=True, env=environment)
    return time.perf_counter() - began, resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024


def main() -> None:
    """Prints all figures."""
    with tempfile.TemporaryDirectory() as folder:
        paths = mixed(Path(folder))
        cold, _ = min(command("code", str(paths[0])) for _ in range(3))
        print(f"cold start of `dateline code` on one report: {cold:.2f} s")
        seconds, memory = command("code", folder, "--workers", "2", "--format", "jsonl")
        rates = f"{len(paths) / seconds:.1f} a second, {len(paths) / (seconds - cold):.1f} without the start"
        print(f"`dateline code` on {len(paths)} reports, two processes: {rates}")
        print(f"  peak memory of one process: {memory:.0f} MB")
        documents = list(read([str(p) for p in paths], on_refused=print))
        encoder(documents)
        profile(paths, documents)


if __name__ == "__main__":
    main()
