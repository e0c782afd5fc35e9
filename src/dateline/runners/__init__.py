"""Where a batch is worked on: in this process, or in several; one contract for both (`tests/contracts/test_runners.py`)."""

from dateline.runners.in_process import InProcess
from dateline.runners.processes import Processes
from dateline.runners.runner import Runner, open_runner

__all__ = ["InProcess", "Processes", "Runner", "open_runner"]
