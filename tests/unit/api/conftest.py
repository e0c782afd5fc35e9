"""The story in a store of its own, and a client that asks the app over it."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from dateline.api import create_app
from dateline.store import Store, open_store
from tests import workbench_story

BASE = "http://127.0.0.1:8765"


@pytest.fixture(scope="package")
def story_path(tmp_path_factory: pytest.TempPathFactory) -> str:
    path = str(tmp_path_factory.mktemp("story") / "story.db")
    with open_store(path) as store:
        workbench_story.fill(store)
    return path


@pytest.fixture(scope="package")
def store(story_path: str) -> Iterator[Store]:
    with open_store(story_path) as opened:
        yield opened


@pytest.fixture(scope="package")
def client(story_path: str) -> Iterator[TestClient]:
    with TestClient(create_app(lambda: open_store(story_path)), base_url=BASE) as opened:
        yield opened


@pytest.fixture
def unbuilt(story_path: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[TestClient]:
    """The app on a machine where the workbench has not been built."""
    monkeypatch.setattr("dateline.web.STATIC", tmp_path / "nothing")
    with TestClient(create_app(lambda: open_store(story_path)), base_url=BASE) as opened:
        yield opened


@pytest.fixture
def built(story_path: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[TestClient]:
    """The app with a workbench of two files."""
    (tmp_path / "assets").mkdir()
    (tmp_path / "index.html").write_text("<!doctype html><title>workbench</title>", encoding="utf-8")
    (tmp_path / "assets" / "index-abc.js").write_text("export {};", encoding="utf-8")
    monkeypatch.setattr("dateline.web.STATIC", tmp_path)
    with TestClient(create_app(lambda: open_store(story_path)), base_url=BASE) as opened:
        yield opened
