"""What another program gets of a copied chart: a PNG that opens again as the scenario."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from planner.files.scenario.scenario_file import read
from tests.reliability.window.copied_chart import COPIED
from tests.reliability.window.screens import XServer

ROOT = Path(__file__).parents[3]


def test_that_a_chart_pasted_into_another_program_opens_as_its_scenario(tmp_path):
    paste = shutil.which("xclip")
    if paste is None:
        pytest.skip("there is no xclip to paste with")
    server = XServer()
    environment = {**os.environ, **server.display}
    copying = subprocess.Popen(
        [sys.executable, "-m", "tests.reliability.window.copied_chart"],
        cwd=ROOT,
        env=environment,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    try:
        assert copying.stdout is not None
        assert copying.stdout.readline() == "copied\n"
        pasted = subprocess.run(
            [paste, "-selection", "clipboard", "-out", "-target", "image/png"],
            env=environment,
            capture_output=True,
            timeout=60,
            check=True,
        )
    finally:
        copying.communicate("", timeout=60)
        server.end()
    (tmp_path / "pasted.png").write_bytes(pasted.stdout)
    assert read(tmp_path / "pasted.png") == COPIED
