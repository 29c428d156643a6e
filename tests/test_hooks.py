"""The hooks of git run what `make test` runs, out of .venv alone."""

import re
import subprocess
import sys
from pathlib import Path

from tests.some import some

ROOT = Path(__file__).parent.parent
ENTRIES = re.findall(r"entry: (.+)", (ROOT / ".pre-commit-config.yaml").read_text("utf-8"))


def test_that_every_hook_runs_a_check_of_make_test_or_what_make_regenerate_runs():
    checks = (ROOT / ".ci/checks").read_text("utf-8") + (ROOT / "Makefile").read_text("utf-8")
    assert len(ENTRIES) == 4
    for entry in ENTRIES:
        assert entry.startswith(".venv/bin/"), entry
        command = entry.removeprefix(".venv/bin/").removesuffix(" --force-exclude")
        assert command in checks, entry


def test_that_hooks_need_no_network():
    config = (ROOT / ".pre-commit-config.yaml").read_text("utf-8")
    assert re.findall(r"repo: (\S+)", config) == ["local"]
    assert set(re.findall(r"language: (\S+)", config)) == {"system"}


def test_that_every_program_of_a_hook_answers():
    for entry in some({entry.split()[0] for entry in ENTRIES}):
        program = Path(sys.executable).with_name(Path(entry).name)
        done = subprocess.run([program, "--help"], capture_output=True, check=False)
        assert done.returncode == 0, entry
