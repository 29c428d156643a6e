"""What `make test` runs short, `make reliability` runs at full length."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests.length import shortened

ROOT = Path(__file__).parents[1]
CASES = """
import hypothesis
import pytest
from tests.length import shortened

@pytest.mark.parametrize("case", shortened("abcd", "bc"))
def test_that_it_runs(case, sized):
    print(case, sized(1, 7), hypothesis.settings().max_examples)
"""


def _run(folder: Path, *options: str) -> list[str]:
    (folder / "test_cases.py").write_text(CASES)
    (folder / "pytest.ini").write_text("[pytest]\nmarkers = at_length: full\n")
    command = [sys.executable, "-m", "pytest", "-q", "-s", "-p", "tests.length", *options]
    said = subprocess.check_output(command, cwd=folder, env={"PYTHONPATH": str(ROOT)}, text=True)
    return re.findall(r"^\W*([a-d] \d \d+)$", said, re.MULTILINE)


def test_that_a_few_cases_run_and_at_full_length_all(tmp_path):
    assert _run(tmp_path) == ["b 1 30", "c 1 30"]
    assert _run(tmp_path, "--full") == ["a 7 100", "b 7 100", "c 7 100", "d 7 100"]
    assert _run(tmp_path, "--full", "-m", "at_length") == ["a 7 100", "d 7 100"]


@pytest.mark.parametrize("short", ["", "x", "ax"])
def test_that_what_stands_for_all_is_among_them(short):
    with pytest.raises(ValueError, match="not among the cases"):
        shortened("abcd", short)


def test_that_make_reliability_runs_what_make_test_leaves_out():
    _, recipe = (ROOT / "Makefile").read_text("utf-8").split("\nreliability: setup\n")
    runs = [line for line in recipe.partition("\n\n")[0].splitlines() if " pytest " in line]
    assert [" pytest tests/reliability --full " in line for line in runs] == [True, False]
    assert (
        " pytest tests --ignore tests/reliability --full -m 'at_length or hypothesis' " in runs[1]
    )
