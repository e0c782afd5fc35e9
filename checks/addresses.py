"""No file names a package registry, a path of one machine or a file that is not here: `python -m checks.addresses`."""

import re
import sys
from collections.abc import Iterator
from pathlib import Path

from checks.repository import files, finish, text_of

# Written in pieces, so that this file does not find itself.
HOSTS = (
    "pypi" + ".org",
    "python" + "hosted.org",
    "registry." + "npmjs",
    "registry." + "yarnpkg",
    "npm" + "mirror.com",
)
FOLDERS = ("/" + "root/", "/" + "work/", "/" + "home/", "/" + "Users/", "/" + "opt/", "/" + "tmp/", "C:" + "\\Users")
FORBIDDEN = {
    "a registry's address": re.compile("|".join(map(re.escape, HOSTS))),
    "a path of one machine": re.compile(r"(?<![\w.~/-])(?:" + "|".join(map(re.escape, FOLDERS)) + ")"),
    "a file that the repository does not hold": re.compile(r"\bshared/(?:design|tools|codebook|corpus|hooks)\b"),
    "a task's number": re.compile(r"\bissue #?\d+\b", re.IGNORECASE),
}
FORBIDDEN_IN_LOCKS = {
    "a resolved address": re.compile(r'"resolved":\s*"https?:'),
    "an index": re.compile(r"^--?(?:i|f|index-url|extra-index-url|find-links)\b", re.MULTILINE),
}
LOCKS = re.compile(r"(?:\.lock|package-lock\.json)$")


def faults(path: Path, source: str) -> Iterator[str]:
    """The forbidden addresses of one file with their lines."""
    forbidden = FORBIDDEN | FORBIDDEN_IN_LOCKS if LOCKS.search(path.name) else FORBIDDEN
    for what, pattern in forbidden.items():
        for match in pattern.finditer(source):
            line = source.count("\n", 0, match.start()) + 1
            yield f"{path}:{line}: {what} ({match[0]})"


def main() -> int:
    """Checks every text file."""
    sources = [(p, text_of(p)) for p in files()]
    found = [fault for path, source in sources if source is not None for fault in faults(path, source)]
    return finish("addresses", found, f"{len(sources)} files")


if __name__ == "__main__":
    sys.exit(main())
