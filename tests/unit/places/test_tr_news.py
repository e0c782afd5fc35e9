"""Floors on the development corpus, where it is beside the repository."""

import importlib.util
import sys
from pathlib import Path
from types import ModuleType

import pytest

from dateline.model import Span
from dateline.places import find_places

RESOLVED_AT_LEAST, FOUND_AT_LEAST = 0.93, 0.91


@pytest.fixture(scope="module")
def benchmark() -> ModuleType:
    path = Path(__file__).resolve().parents[3] / "benchmarks" / "places.py"
    spec = importlib.util.spec_from_file_location("places_benchmark", path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


def test_given_spans_are_resolved(benchmark: ModuleType, shared_data: Path) -> None:
    right = total = 0
    for article in benchmark.read(shared_data / "geo" / "tr_news.xml"):
        usable = [g for g in article.toponyms if g.start >= 0]
        total += len(article.toponyms)
        found = find_places(article.text, spans=[Span(g.start, g.end) for g in usable])
        right += sum(benchmark.judge(gold, mention)[0] for gold, mention in zip(usable, found, strict=True))
    assert right / total >= RESOLVED_AT_LEAST


def test_places_are_found_in_raw_text(benchmark: ModuleType, shared_data: Path) -> None:
    """Precision of overlap; people's names ("Turkish") count as gold but are no places here, so recall is not the measure."""
    touching = found = 0
    for article in benchmark.read(shared_data / "geo" / "tr_news.xml"):
        mentions = find_places(article.text)
        found += len(mentions)
        touching += sum(any(m.start < g.end and g.start < m.end for g in article.toponyms) for m in mentions)
    assert touching / found >= FOUND_AT_LEAST
