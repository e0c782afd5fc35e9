"""The wheel, installed with the core dependencies alone, works: `python -m checks.core_install`.

Builds the wheel, makes a fresh environment from the core part of requirements.lock (no extras, no developer tools), and there
imports every module of the package, asks for `dateline --help` and codes a sentence, from an empty folder.
"""

import os
import re
import subprocess
import sys
import tempfile
import tomllib
from importlib import metadata
from pathlib import Path

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from checks.repository import ROOT, finish

UV = ROOT / ".tools/bin/uv"
REPORT = "KYIV, Ukraine - Russian missiles hit a power station in Odesa on Sunday, killing three people, officials said."
IMPORT_ALL = """
import importlib, pkgutil, dateline
for module in pkgutil.walk_packages(dateline.__path__, "dateline."):
    if ".migrations." not in module.name:  # these run inside Alembic alone
        importlib.import_module(module.name)
"""


def core_names() -> set[str]:
    """The distributions that the package needs without extras, and what these need, by canonical name."""
    wanted: dict[str, set[str]] = {}
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    waiting = [Requirement(text) for text in project["dependencies"]]
    while waiting:
        requirement = waiting.pop()
        name = canonicalize_name(requirement.name)
        if name in wanted and requirement.extras <= wanted[name]:
            continue
        extras = wanted.setdefault(name, set())
        extras |= requirement.extras
        for text in metadata.requires(name) or ():
            needed = Requirement(text)
            if not needed.marker or any(needed.marker.evaluate({"extra": extra}) for extra in ("", *extras)):
                waiting.append(needed)
    return set(wanted)


def core_lock() -> str:
    """The part of requirements.lock that the core needs, hashes included."""
    lock = (ROOT / "requirements.lock").read_text(encoding="utf-8")
    entries = re.findall(r"^[A-Za-z0-9].*?(?=^[A-Za-z0-9]|\Z)", lock, re.MULTILINE | re.DOTALL)
    names = core_names()
    return "".join(entry for entry in entries if canonicalize_name(re.split(r"[=\[ ]", entry, maxsplit=1)[0]) in names)


def _call(*command: str | Path, folder: Path, given: str = "") -> str:
    """Runs a command in `folder`; its output, or CalledProcessError."""
    environment = {k: v for k, v in os.environ.items() if not k.startswith(("PYTHON", "VIRTUAL_ENV"))}
    return subprocess.run(
        [str(part) for part in command], cwd=folder, env=environment, input=given, capture_output=True, text=True, check=True
    ).stdout


def install(folder: Path) -> Path:
    """Builds the wheel and makes the environment in `folder`; the folder of its programs."""
    (folder / "core.lock").write_text(core_lock(), encoding="utf-8")
    lock, place = folder / "core.lock", folder / "core"
    program = place / "bin"
    if UV.exists():
        _call(
            UV,
            "build",
            "--quiet",
            "--wheel",
            "--no-build-isolation",
            "--python",
            sys.executable,
            "--out-dir",
            folder,
            ROOT,
            folder=folder,
        )
        wheel = next(folder.glob("*.whl"))
        _call(UV, "venv", "--quiet", "--python", sys.executable, place, folder=folder)
        _call(UV, "pip", "sync", "--quiet", "--python", program / "python", "--require-hashes", lock, folder=folder)
        _call(UV, "pip", "install", "--quiet", "--python", program / "python", "--no-deps", wheel, folder=folder)
    else:
        _call(
            sys.executable, "-m", "pip", "wheel", "--quiet", "--no-deps", "--no-build-isolation", "-w", folder, ROOT, folder=folder
        )
        wheel = next(folder.glob("*.whl"))
        _call(sys.executable, "-m", "venv", place, folder=folder)
        pip = (program / "python", "-m", "pip", "install", "--quiet", "--no-deps")
        _call(*pip, "--require-hashes", "-r", lock, folder=folder)
        _call(*pip, wheel, folder=folder)
    return program


def main() -> int:
    """Installs and tries the core."""
    with tempfile.TemporaryDirectory(prefix="dateline core ") as name:
        folder = Path(name)
        try:
            program = install(folder)
            _call(program / "python", "-c", IMPORT_ALL, folder=folder)
            _call(program / "dateline", "--help", folder=folder)
            coded = _call(program / "dateline", "code", "-", "--format", "jsonl", folder=folder, given=REPORT)
        except subprocess.CalledProcessError as error:
            return finish("core install", [f"{' '.join(error.cmd)}: {error.stderr.strip()}"], "")
    faults = [] if '"ASSAULT"' in coded else [f"the core install codes no ASSAULT in {REPORT!r}: {coded!r}"]
    return finish("core install", faults, f"{len(core_names())} distributions")


if __name__ == "__main__":
    sys.exit(main())
