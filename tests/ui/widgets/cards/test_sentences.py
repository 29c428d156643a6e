"""Sentences on few lines: what is cut says so, and never in the middle of a number."""

import re

from tests.some import some
from ui.widgets.cards.sentences import Sentences

TEXT = (
    "By December 2030: 12,428 more AI enterprises than in the baseline (80%: +10,887 to +14,144)."
)


def test_that_a_line_is_never_cut_within_a_number(qtbot):
    sentences = Sentences(most=1)
    qtbot.addWidget(sentences)
    shown = set()
    for width in some(range(40, 700, 3)):
        sentences.resize(width, 20)
        sentences.show_text("")
        sentences.show_text(TEXT)
        (line,) = sentences.lines
        assert re.search(r"\d\N{HORIZONTAL ELLIPSIS}$", line) is None, line
        assert TEXT.startswith(line.rstrip("\N{HORIZONTAL ELLIPSIS}").rstrip())
        shown.add(line)
    assert len(shown) > 20
