"""What every kind of source must do, whoever wrote it; a new kind adds a sample to `made_inputs`."""

from importlib.metadata import entry_points
from pathlib import Path

import pytest

from dateline.errors import UnreadableInput
from dateline.model import Page
from dateline.sources import Source, read_pages
from dateline.sources.reading import GROUP, kinds
from dateline.sources.resource import file_resource
from tests.unit.sources.made_inputs import KINDS, SAMPLES

ALL = [pytest.param(kind, id=kind.name) for kind in kinds()]


def sample_files(folder: Path) -> dict[str, Path]:
    for name, content in SAMPLES.items():
        (folder / name).write_bytes(content)
    return {name: folder / name for name in SAMPLES}


def test_every_kind_has_a_sample() -> None:
    assert {kind.name for kind in kinds()} == set(KINDS.values())
    assert len(kinds()) == len(entry_points(group=GROUP))


@pytest.mark.parametrize("kind", ALL)
def test_it_claims_its_own_files_and_no_others(kind: Source, tmp_path: Path) -> None:
    claimed = {name for name, path in sample_files(tmp_path).items() if kind.reads(file_resource(name, path))}
    assert claimed == {name for name, owner in KINDS.items() if owner == kind.name}


@pytest.mark.parametrize("kind", ALL)
def test_its_pages_are_whole_and_the_same_every_time(kind: Source, tmp_path: Path) -> None:
    for name, path in sample_files(tmp_path).items():
        if KINDS[name] != kind.name:
            continue
        pages = [p for p in kind.pages(file_resource(str(path), path)) if isinstance(p, Page)]
        assert pages
        assert all(p.address and p.content and p.media_type and p.fetched_at.tzinfo for p in pages)
        assert len({p.address for p in pages}) == len(pages)
        again = [p for p in kind.pages(file_resource(str(path), path)) if isinstance(p, Page)]
        assert [(p.address, p.content) for p in again] == [(p.address, p.content) for p in pages]


@pytest.mark.parametrize("name", SAMPLES)
def test_damage_is_refused_in_one_sentence_and_never_raised(name: str, tmp_path: Path) -> None:
    content = SAMPLES[name]
    for number, damaged in enumerate((b"", content[: len(content) // 2], content[:30], b"\x00\xff\x10" * 40)):
        path = tmp_path / str(number) / name
        path.parent.mkdir()
        path.write_bytes(damaged)
        found = list(read_pages([str(path)]))
        assert found
        for item in found:
            if isinstance(item, UnreadableInput):
                assert "\n" not in str(item)
                assert item.address
    (refusal,) = read_pages([str(tmp_path / "0" / name)])
    assert isinstance(refusal, UnreadableInput)
    assert "is empty" in refusal.reason


@pytest.mark.parametrize("kind", ALL)
def test_its_endings_are_listed_with_their_dots(kind: Source) -> None:
    assert kind.suffixes
    assert all(s.startswith(".") and s == s.lower() for s in kind.suffixes)
