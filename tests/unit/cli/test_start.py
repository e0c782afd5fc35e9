import subprocess
import sys
import time

HEAVY = ("sqlalchemy", "fastapi", "trafilatura", "rich", "httpx2", "numpy", "lxml")


def test_help_takes_under_four_tenths_of_a_second():
    took = []
    for _ in range(5):
        start = time.perf_counter()
        subprocess.run([sys.executable, "-m", "dateline", "--help"], check=True, capture_output=True)
        took.append(time.perf_counter() - start)
    assert min(took) < 0.4


def test_help_needs_none_of_the_heavy_libraries():
    program = "import sys, dateline.cli; print(*sys.modules)"
    loaded = subprocess.run([sys.executable, "-c", program], check=True, capture_output=True, text=True).stdout.split()
    assert not set(HEAVY) & set(loaded)


def test_version():
    printed = subprocess.run([sys.executable, "-m", "dateline", "--version"], check=True, capture_output=True, text=True).stdout
    assert printed.startswith("dateline 0.")
