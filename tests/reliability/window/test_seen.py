"""E10: whatever the fonts, the direction, the scale and the size: all is said or shown, uncut."""

import json
import os
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from planner.files.scenario.scenario_file import write
from planner.model.indices import AREAS
from planner.model.paths import LeverPath
from planner.model.scenario import Scenario, with_lever
from tests.screen_of_size import offscreen

ROOT = Path(__file__).parents[3]
NOWHERE = "\U000e0fff"  # assigned to no letter
TITLE = f"A plan {NOWHERE} of seven areas until the middle of 2035 and a little beyond"
SIZE = ("1024", "640")
FRAME = 4
"""Pixels of a screen that Qt leaves free around an offscreen window."""
RIGHT_TO_LEFT = ("ar_EG.UTF-8", "he_IL.UTF-8", "fa_IR.UTF-8", "ur_PK.UTF-8")


def _seen(folder, scenario, factor=1.0, **environment):
    """Show the program in a process of its own and return what it says of its window.

    The screen is as large as the window and its frame, at a factor of the desktop in more pixels.
    """
    folder.mkdir()
    platform = offscreen(folder, *(round((int(each) + FRAME) * factor) for each in SIZE))
    write(folder / "a.scenario.json", replace(scenario, futures=64))
    kept = {"SUANLI_STATE_FOLDER": folder / "state"}
    done = subprocess.run(
        [
            sys.executable,
            "-m",
            "tests.reliability.window.seen_window",
            folder / "a.scenario.json",
            *SIZE,
            folder,
        ],
        cwd=ROOT,
        env={**os.environ, "QT_QPA_PLATFORM": platform, **kept, **environment},
        capture_output=True,
        text=True,
        timeout=180,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout.splitlines()[-1])


@pytest.fixture(scope="module")
def scenario():
    late = LeverPath(((2025.0, 500.0), (2035.5, 0.0)))
    scenario = Scenario(title=TITLE)
    for area in AREAS:
        scenario = with_lever(scenario, f"voucher_budget.{area}", late)
    return scenario


def test_that_nothing_is_cut_mirrored_or_unsaid(scenario, tmp_path, sized, record):
    """E10."""
    plain = _seen(tmp_path / "plain", scenario, LC_ALL="C.UTF-8")
    assert f"U+{ord(NOWHERE):04X}" in plain["bars"]["letters"]
    assert plain["size"] == [1024, 640]
    seen = {"plain": plain}
    for locale in RIGHT_TO_LEFT[: sized(1, len(RIGHT_TO_LEFT))]:
        seen[locale] = _seen(tmp_path / locale, scenario, LC_ALL=locale, LANGUAGE="")
        assert seen[locale]["parts"] == plain["parts"], "the same picture in any direction"
    for factor in ("2", "1.5")[: sized(1, 2)]:
        seen[factor] = _seen(tmp_path / factor, scenario, float(factor), QT_SCALE_FACTOR=factor)
        assert seen[factor]["pixels"] == float(factor)
    for name, each in seen.items():
        assert each["cut"] == [], name
        assert each["levers"], name
        assert not each["is_mirrored"], name
        assert each["bars"] == plain["bars"], name
    record("E10", f"{len(seen)} windows of 1024 x 640 ({', '.join(seen)}): none cut or mirrored")
