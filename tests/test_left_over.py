"""What a test was given goes with it, also where it is the last of its module."""

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[1]
GIVEN = """
import sys
import weakref

import pytest

class Given:
    def __init__(self):
        self.own = self

@pytest.fixture
def given():
    made = Given()
    sys.given = weakref.ref(made)
    return made

def test_that_it_is_given(given):
    assert sys.given() is given
"""
GONE = """
import sys

def test_that_it_is_gone():
    assert sys.given() is None
"""


def test_that_what_a_modules_last_test_was_given_is_not_kept_for_good(tmp_path):
    (tmp_path / "test_1.py").write_text(GIVEN)
    (tmp_path / "test_2.py").write_text(GONE)
    command = [sys.executable, "-m", "pytest", "-q", "-p", "tests.conftest", "-c", "/dev/null"]
    done = subprocess.run(
        [*command, "--rootdir", tmp_path, tmp_path],
        cwd=tmp_path,
        env={"PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert "2 passed" in done.stdout, done.stdout + done.stderr
