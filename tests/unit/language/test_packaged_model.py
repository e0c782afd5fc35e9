"""The files of the packaged model are those that its description names, and small enough for the wheel."""

import hashlib
import json
from importlib import resources

FOLDER = resources.files("dateline.language") / "data" / "reader"


def test_every_file_is_the_one_that_was_trained() -> None:
    described = json.loads((FOLDER / "model.json").read_text(encoding="utf-8"))["files"]
    assert set(described) >= {"encoder.onnx", "heads.npz", "screen.npz", "tokenizer.json", "trust.json"}
    for name, digest in described.items():
        assert hashlib.sha256((FOLDER / name).read_bytes()).hexdigest() == digest, name


def test_it_fits_into_thirty_megabytes() -> None:
    sizes = [len((FOLDER / name).read_bytes()) for name in ("encoder.onnx", "heads.npz", "screen.npz", "tokenizer.json")]
    assert sum(sizes) <= 30e6


def test_the_card_names_the_corpus_that_it_was_trained_on() -> None:
    trained = json.loads((FOLDER / "model.json").read_text(encoding="utf-8"))["training"]
    assert trained["corpus"] in (FOLDER / "CARD.md").read_text(encoding="utf-8")
