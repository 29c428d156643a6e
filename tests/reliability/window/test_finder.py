"""Random keys in the finder, in three languages: it finds, or says that it does not, and stays.

Letters, pinyin, composed letters, pasted texts, Backspace, arrows and Escape follow on each other
in an order that a seed decides. Nothing is chosen: Enter would lead away.
"""

import random

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QGuiApplication, QInputMethodEvent, QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from tests.length import shortened
from tests.screenshots.scenes import on_stage
from ui.program import speak_in
from ui.widgets.chooser import Chooser

KEY = Qt.Key
CONTROL = Qt.KeyboardModifier.ControlModifier
PLAIN = Qt.KeyboardModifier.NoModifier
LETTERS = "aeioubcdlqsvxz àéù算力券区,.-+*/\\'\"%&<>()[]{}0123456789"
COMPOSED = (("s", "算"), ("suan li", "算力"), ("qu", "券"), ("xyz", ""), ("beijing", "北京"))
PASTED = ("voucher budget", "预算\n券", "a" * 3000, "\t", "\N{ZERO WIDTH SPACE}", "🂡é", "%s{0}\\")
MOVES = (
    *(KEY.Key_Backspace,) * 4,
    *(KEY.Key_Up, KEY.Key_Down, KEY.Key_PageUp, KEY.Key_PageDown, KEY.Key_Home, KEY.Key_End),
    *(KEY.Key_Left, KEY.Key_Delete, KEY.Key_Escape),
)


class Typist:
    """Types at random into the finder of a window, which it opens again once it has closed."""

    def __init__(self, window, seed):
        self._window = window
        self._random = random.Random(seed)  # noqa: S311 - no secret
        self.closed = 0

    def open(self):
        self._window.actions_["find"].trigger()

    @property
    def finder(self):
        found = [each for each in self._window.findChildren(Chooser) if each.isVisible()]
        assert len(found) <= 1
        return found[0] if found else None

    def act(self):
        """Do something with keys; return what was done."""
        if self.finder is None:
            self.open()
        kind = self._random.choices((self._letter, self._move, self._compose, self._paste), W)[0]
        return kind(self.finder.field)

    def _letter(self, field):
        letter = self._random.choice(LETTERS)
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            QApplication.sendEvent(field, QKeyEvent(kind, KEY.Key_unknown, PLAIN, letter))
        return letter

    def _move(self, field):
        key = self._random.choice(MOVES)
        QTest.keyClick(field, key, CONTROL if self._random.random() < 0.1 else PLAIN)
        self.closed += self.finder is None
        return key.name

    def _compose(self, field):
        letters, text = self._random.choice(COMPOSED)
        for end in range(1, len(letters) + 1):
            QApplication.sendEvent(field, QInputMethodEvent(letters[:end], []))
        given = QInputMethodEvent("", [])
        given.setCommitString(text)
        QApplication.sendEvent(field, given)
        return letters

    def _paste(self, field):
        text = self._random.choice(PASTED)
        QGuiApplication.clipboard().setText(text)
        if self._random.random() < 0.5:
            field.selectAll()
        QTest.keyClick(field, KEY.Key_V, CONTROL)
        return text[:20]


W = (55, 30, 8, 7)
"""How often letters, moves, compositions and pasted texts come, in percent."""


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize("language", shortened(("en", "it", "zh_CN"), ("en", "zh_CN")))
def test_that_random_keys_lose_neither_the_finder_nor_the_keys(language, sized):
    speak_in(language)
    try:
        with on_stage((1440, 900)) as stage:
            window = stage.suanli.window
            window.activateWindow()
            _type_at_random(window, language, sized(200, 3_400))
    finally:
        speak_in("en")


def _type_at_random(window, seed, count):
    start = window.side.levers.row("network_build_time").field
    start.setFocus()
    before, typist, done = window.windowTitle(), Typist(window, seed), []
    for _ in range(count):
        done.append(typist.act())
        finder = typist.finder
        if finder is None:
            assert done[-1] == KEY.Key_Escape.name, done[-20:]
            assert QApplication.focusWidget() in (start, start.lineEdit()), done[-20:]
            continue
        assert finder.field.hasFocus(), done[-20:]
        leaves, current = finder.leaves(), finder.view.currentIndex()
        assert current.siblingAtColumn(0) in leaves if leaves else finder.nothing.isVisible()
    assert typist.closed > 0
    assert window.windowTitle() == before
    assert window.center.charts.isVisible()
    if typist.finder is not None:
        typist.finder.close()
