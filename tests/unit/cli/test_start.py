import resource
import subprocess
import sys

HEAVY = ("sqlalchemy", "fastapi", "trafilatura", "rich", "httpx2", "numpy", "lxml")


def processor_seconds(*command):
    """What a program takes of the processor: unlike the clock, that does not depend on what else runs."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run(command, check=True, capture_output=True)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def test_help_takes_under_four_tenths_of_a_second():
    assert min(processor_seconds(sys.executable, "-m", "dateline", "--help") for _ in range(3)) < 0.4


def test_help_needs_none_of_the_heavy_libraries():
    program = "import sys, dateline.cli; print(*sys.modules)"
    loaded = subprocess.run([sys.executable, "-c", program], check=True, capture_output=True, text=True).stdout.split()
    assert not set(HEAVY) & set(loaded)


def test_version():
    printed = subprocess.run([sys.executable, "-m", "dateline", "--version"], check=True, capture_output=True, text=True).stdout
    assert printed.startswith("dateline 0.")
