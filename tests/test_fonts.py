"""Where no font has the letters of a text, one line says so; no picture is of boxes alone."""

import os
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from planner.files.scenario.scenario_file import write
from planner.model.scenario import Scenario, with_lever
from ui.style.fonts import can_write, sentence_about, without_font

NOWHERE = "\U000e0fff"  # assigned to no letter
ROOT = Path(__file__).parents[1]
NO_FONTS = """<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig><dir>/nonexistent/fonts</dir><cachedir>{cache}</cachedir></fontconfig>"""
LATIN_ONLY = """<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig><dir>{fonts}</dir><cachedir>{cache}</cachedir></fontconfig>"""
DEJAVU = Path("/usr/share/fonts/truetype/dejavu")


def _suanli(*arguments, config, tmp_path, **more):
    """Run the program where only the fonts of a configuration are."""
    file = tmp_path / "fonts.conf"
    file.write_text(config.format(cache=tmp_path / "cache", fonts=DEJAVU))
    return subprocess.run(
        [sys.executable, "-m", "ui", *map(str, arguments)],
        cwd=ROOT,
        env={**os.environ, "FONTCONFIG_FILE": str(file), **more},
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )


@pytest.fixture
def _linux():
    if sys.platform != "linux":
        pytest.skip("fonts are taken away by fontconfig here only")


@pytest.mark.usefixtures("_linux")
@pytest.mark.parametrize("option", ["--png", "--report"])
def test_that_without_a_font_no_picture_is_drawn_and_one_line_says_why(tmp_path, option):
    target = tmp_path / ("page.html" if option == "--report" else "charts")
    done = _suanli(
        "run", "baseline", "--futures", "8", option, target, config=NO_FONTS, tmp_path=tmp_path
    )
    assert done.returncode == 2
    assert done.stderr.splitlines()[-1].startswith("suanli: no picture can be drawn: this system")
    assert "fonts-dejavu-core" in done.stderr
    assert done.stdout == ""  # said before the run
    assert not target.exists()


@pytest.mark.usefixtures("_linux")
def test_that_without_a_font_numbers_are_written_as_ever(tmp_path):
    done = _suanli(
        "run", "baseline", "--futures", "8", "--csv", "-", config=NO_FONTS, tmp_path=tmp_path
    )
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.startswith("scenario,")


@pytest.mark.usefixtures("_linux")
def test_that_without_a_font_no_window_of_boxes_opens(tmp_path):
    done = _suanli(config=NO_FONTS, tmp_path=tmp_path, QT_QPA_PLATFORM="offscreen")
    assert done.returncode == 2
    assert "this system has no font for Latin letters" in done.stderr


@pytest.mark.usefixtures("_linux")
def test_that_letters_no_font_has_are_named_before_the_run(tmp_path):
    if not DEJAVU.is_dir():
        pytest.skip("there are no DejaVu fonts to leave alone")
    file = tmp_path / "a.scenario.json"
    write(file, replace(with_lever(Scenario(title="情景高 न py"), "alibaba_plan", 500), futures=8))
    charts = tmp_path / "charts"
    done = _suanli("run", file, "--png", charts, config=LATIN_ONLY, tmp_path=tmp_path)
    assert done.returncode == 0
    assert done.stderr.strip() == (
        "suanli: No font of this system has U+60C5, U+666F, U+9AD8 and 1 more of the title, which "
        "is drawn with boxes in their place; fonts-noto-cjk may have them."
    )
    assert len(list(charts.iterdir())) == 4


def test_that_what_has_no_shape_of_its_own_is_not_missed(qapp):
    assert can_write()
    assert without_font("a\N{ZERO WIDTH JOINER}\N{VARIATION SELECTOR-16}\N{NO-BREAK SPACE}b") == ""
    assert without_font(f"a{NOWHERE}b{NOWHERE}") == NOWHERE
    assert sentence_about(["plain", "Ångström"]) == ""


def test_that_many_letters_are_counted(qapp):
    many = "".join(chr(0xE0F00 + n) for n in range(9))
    assert "has U+E0F00, U+E0F01, U+E0F02 and 6 more of the title" in sentence_about([many])


def test_that_no_package_is_promised_to_have_what_is_no_character(qapp):
    assert sentence_about(["a\ufffeb\uffff"]) == (
        "No font of this system has U+FFFE and U+FFFF of the title, which is drawn with boxes in "
        "their place."
    )
