from pathlib import Path

import pytest

from checks import addresses


@pytest.mark.parametrize(
    "line",
    [
        "see https://pypi" + ".org/project/uv",
        "open('/" + "root/.cache/model')",
        "as /" + "home/ann/dateline shows",
        "compare shared" + "/design/PLAN.md",
        "closes issue" + " 12",
    ],
)
def test_forbidden_words_are_named_with_their_line(line):
    (fault,) = addresses.faults(Path("docs/a.md"), f"one\n{line}\n")
    assert fault.startswith("docs/a.md:2: ")


@pytest.mark.parametrize("line", ['"resolved": "https' + '://x/y.tgz"', "--extra-index-url" + " x", "-i" + " x"])
def test_locks_may_name_no_address_at_all(line):
    name = "package-lock.json" if "resolved" in line else "requirements.lock"
    assert len(list(addresses.faults(Path(name), line))) == 1


@pytest.mark.parametrize(
    "line", ["ahead at work/home/opt/ and /api/home/", "http://127.0.0.1:8765", "shared/data", "no issue at all"]
)
def test_plain_words_are_let_through(line):
    assert not list(addresses.faults(Path("docs/a.md"), line))
