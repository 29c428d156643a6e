"""A command that a signal stopped ends at once, any other one as programs do."""

import subprocess
import sys

import pytest

LEFT = """
import atexit, sys, threading, time
from ui.process.leaving import left_at_once
atexit.register(print, "cleared")
threading.Thread(target=time.sleep, args=(30,)).start()
print("told")
sys.exit(left_at_once({code}))
"""


@pytest.mark.parametrize("code", [130, 143])
def test_that_who_is_stopped_waits_for_no_thread_and_clears_up(code):
    command = [sys.executable, "-c", LEFT.format(code=code)]
    done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=25)
    assert (done.returncode, done.stdout) == (code, "told\ncleared\n")


@pytest.mark.parametrize("code", [0, 2])
def test_that_a_command_that_ended_by_itself_ends_as_programs_do(code):
    program = LEFT.replace("args=(30,)", "args=(0.2,)").replace(
        '"told"', "threading.active_count()"
    )
    command = [sys.executable, "-c", program.format(code=code)]
    done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=25)
    assert (done.returncode, done.stdout) == (code, "2\ncleared\n")
