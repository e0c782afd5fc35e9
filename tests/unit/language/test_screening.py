"""The screen before the encoder: made-up weights whose answers are known by hand, and the trained file on plain sentences."""

from importlib import resources
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray
from tokenizers import Tokenizer
from tokenizers.models import WordLevel
from tokenizers.pre_tokenizers import Whitespace

from dateline.language.encoder import screening
from dateline.language.encoder.screening import LONGEST, STEPS, Screen
from dateline.model import Document, Span

WORDS = ["[UNK]", "[SEP]", "shelled", "sport"]
FOLDER = Path(str(resources.files("dateline.language"))) / "data" / "reader"


def document(*sentences: str, title: str = "") -> Document:
    text = " ".join(sentences)
    spans, start = [], 0
    for sentence in sentences:
        spans.append(Span(start, start + len(sentence)))
        start += len(sentence) + 1
    return Document("d", title, text, tuple(spans), "", "")


def made_up() -> dict[str, NDArray[np.generic]]:
    """One channel for "shelled", one for "sport"; odds are 4 with a shelling in the sentence, 8 less if the title is of sport."""
    size, view = 2, 3  # two channels and one tag, which is nought
    arrays: dict[str, NDArray[np.generic]] = {
        "table": np.array([[0, 0], [0, 0], [1, 0], [0, 1]], np.int8),
        "scale": np.ones(size, np.float32),
        "floor": np.array(0.0),
    }
    looks = {f"look{n}": np.zeros((3 * size, size)) for n in range(len(STEPS))}
    looks["look0"][size : 2 * size] = np.eye(size)  # each piece as it is, nothing from beside it
    join = np.zeros((4 * view + 1, 2))
    join[0, 0] = 1  # a shelling here
    join[3 * view + 1, 1] = 1  # sport in the title
    odds = np.array([[4.0], [-8.0]])
    layers = looks | {"tag": np.zeros((size, 1)), "report": np.zeros((3 * view, 1)), "join": join, "odds": odds}
    for name, weight in layers.items():
        arrays |= {f"{name}.weight": weight, f"{name}.bias": np.zeros(weight.shape[1])}
    return arrays | {"odds.bias": np.array([-1.0])}


@pytest.fixture
def tokenizer() -> Tokenizer:
    made = Tokenizer(WordLevel({word: n for n, word in enumerate(WORDS)}, "[UNK]"))
    made.pre_tokenizer = Whitespace()
    return made


@pytest.fixture
def screen(tokenizer: Tokenizer) -> Screen:
    return Screen(made_up(), tokenizer)


def test_the_sentence_with_the_act_alone_is_wanted(screen: Screen) -> None:
    read = document("It rained", "They shelled it", "Nothing else")
    assert screen.wanted(read) == [False, True, False]
    assert screen.scores(read).tolist() == [-1, 3, -1]


def test_the_title_tells_what_the_words_mean(screen: Screen) -> None:
    assert screen.wanted(document("They shelled it", title="All the sport")) == [False]


def test_no_sentences_no_answers(screen: Screen) -> None:
    assert screen.wanted(Document("d", "A title", "", (), "", "")) == []


def test_a_sentence_too_long_to_be_looked_at_is_read(screen: Screen) -> None:
    assert screen.wanted(document("word " * (LONGEST + 1), "word " * LONGEST)) == [True, False]


def test_a_long_report_is_looked_at_in_runs(screen: Screen, monkeypatch: pytest.MonkeyPatch) -> None:
    read = document(*["It rained all day", "They shelled it"] * 20)
    monkeypatch.setattr(screening, "TOGETHER", 12)
    assert screen.wanted(read) == [False, True] * 20


def test_the_neighbours_count(tokenizer: Tokenizer) -> None:
    arrays = made_up()
    arrays["join.weight"] = np.roll(np.asarray(arrays["join.weight"]), 3, axis=0)  # from the sentence itself to the one before it
    assert Screen(arrays, tokenizer).wanted(document("They shelled it", "Six died", "It rained")) == [False, True, False]


def test_layers_look_beside_a_piece(tokenizer: Tokenizer) -> None:
    arrays = made_up()
    beside = np.zeros((6, 2))
    beside[0, 0] = 1  # the piece before
    beside[2, 0] = -1  # but not the piece itself
    arrays["look0.weight"] = beside
    screen = Screen(arrays, tokenizer)
    assert screen.wanted(document("shelled it")) == [True]
    assert screen.scores(document("shelled shelled", "shelled")).tolist() == [3, 3]  # the mark of the end is beside the last
    assert screen.wanted(document("it")) == [False]


def test_a_file_is_read_as_it_was_written(tmp_path: Path, tokenizer: Tokenizer) -> None:
    arrays = made_up()
    np.savez_compressed(tmp_path / "screen.npz", **arrays)
    assert Screen.load(tmp_path / "screen.npz", tokenizer).wanted(document("They shelled it")) == [True]


def test_a_tokenizer_without_marks_is_refused() -> None:
    with pytest.raises(ValueError, match="SEP"):
        Screen(made_up(), Tokenizer(WordLevel({"[UNK]": 0}, "[UNK]")))


@pytest.fixture(scope="module")
def trained() -> Screen:
    if not (FOLDER / "screen.npz").exists() or not (FOLDER / "tokenizer.json").exists():
        pytest.skip("the trained screen is not built")
    tokenizer = Tokenizer.from_file(str(FOLDER / "tokenizer.json"))
    tokenizer.no_padding()
    tokenizer.no_truncation()
    return Screen.load(FOLDER / "screen.npz", tokenizer)


def test_acts_of_many_kinds_pass_the_trained_screen(trained: Screen) -> None:
    acts = document(
        "Artillery shelled the harbour overnight, killing three dock workers.",
        "The two ministers met in Geneva on Tuesday.",
        "Police detained twelve students outside the rectorate.",
        "The council imposed sanctions on four officials.",
        title="Harbour shelled as ministers meet",
    )
    assert all(trained.wanted(acts))


def test_a_recipe_does_not_pass_the_trained_screen(trained: Screen) -> None:
    recipe = document(
        "Peel the apples and cut them into thin slices.",
        "Stir the butter and the sugar until the mixture is pale.",
        "Bake the cake for forty minutes and let it cool in the tin.",
        title="An apple cake for the weekend",
    )
    assert not any(trained.wanted(recipe))
