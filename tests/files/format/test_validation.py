"""The validating library is whole for whoever asks for it, also for two threads at once."""

import subprocess
import sys

BOTH = """
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier
from planner.files.scenario import scenario_file
from planner.model.scenario import Scenario

together = Barrier(4)

def check(number):
    together.wait()
    return scenario_file.from_bytes(scenario_file.to_bytes(Scenario(seed=number)), "x").seed

with ThreadPoolExecutor(4) as threads:
    print(*threads.map(check, range(4)))
"""


def test_that_threads_that_check_their_first_file_at_once_all_succeed():
    done = subprocess.run([sys.executable, "-c", BOTH], check=False, capture_output=True, text=True)
    assert (done.stdout, done.stderr) == ("0 1 2 3\n", "")
