"""Chinese letters are drawn in the forms of Simplified Chinese, whatever the system prefers."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QPointF
from PySide6.QtGui import QFont, QFontDatabase, QFontMetricsF, QImage, QPainter

from tests.some import some
from ui.style.chinese import chinese_family, families_with_chinese
from ui.style.theme import font

ROOT = Path(__file__).parents[3]
DEJAVU = Path("/usr/share/fonts/truetype/dejavu")
SIMPLIFIED, JAPANESE = "Noto Sans CJK SC", "Noto Sans CJK JP"
UNLIKE = "直骨角"
LATIN_ONLY = """<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig><dir>{fonts}</dir><cachedir>{cache}</cachedir></fontconfig>"""
SPOKEN = """
from planner.storage.sentences.spoken import spoken
from ui.app import build
from ui.controllers.language.choice import language_of
from ui.program import application, speak_in
application()
speak_in(language_of("zh_CN"))
made = build()
made.language.choose("zh_CN")
print(spoken(), made.window.actions_["language_zh_cn"].text())
print(*[bar.display.sentence for bar in made.window.warnings.bars.values()])
made.close()
made.take_down()
"""


@pytest.fixture
def _both(qapp):
    there = QFontDatabase.families()
    if SIMPLIFIED not in there or JAPANESE not in there:
        pytest.skip("the fonts with both forms are not installed")


def _drawn(letter, families):
    chosen = font(40)
    chosen.setFamilies(families)
    picture = QImage(60, 60, QImage.Format.Format_Grayscale8)
    picture.fill(255)
    painter = QPainter(picture)
    painter.setFont(chosen)
    painter.drawText(QPointF(5, 48), letter)
    painter.end()
    return picture


@pytest.mark.usefixtures("_both")
def test_that_letters_have_their_simplified_form():
    ours = font(40).families()
    for letter in some(UNLIKE):
        assert _drawn(letter, ours) == _drawn(letter, [SIMPLIFIED])
        assert _drawn(letter, ours) != _drawn(letter, [JAPANESE])


@pytest.mark.usefixtures("_both")
@pytest.mark.parametrize("system", [SIMPLIFIED, JAPANESE])
def test_that_an_apostrophe_is_narrow_where_the_system_has_a_chinese_font(system):
    chosen = QFont(system)
    chosen.setPixelSize(40)
    chosen.setFamilies(families_with_chinese(system))
    assert QFontMetricsF(chosen).horizontalAdvance("’") < 20
    assert chosen.families()[1] == chinese_family() == SIMPLIFIED


@pytest.mark.skipif(not DEJAVU.is_dir(), reason="there are no DejaVu fonts to leave alone")
def test_that_without_a_chinese_font_the_window_speaks_english_and_says_what_to_install(tmp_path):
    config = tmp_path / "fonts.conf"
    config.write_text(LATIN_ONLY.format(cache=tmp_path / "cache", fonts=DEJAVU))
    done = subprocess.run(
        [sys.executable, "-c", SPOKEN],
        cwd=ROOT,
        env={**os.environ, "FONTCONFIG_FILE": str(config), "QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    said, why = done.stdout.splitlines()
    assert said == "en Simplified Chinese (&Z)"
    assert "fonts-noto-cjk" in why
