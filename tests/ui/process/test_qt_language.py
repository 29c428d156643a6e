"""Qt's own texts, numbers and dates are in the language of the words around them."""

from collections.abc import Iterator
from datetime import date
from gettext import NullTranslations

import pytest
from PySide6.QtCore import QCoreApplication, QLocale
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialogButtonBox, QFileDialog, QLabel, QLineEdit

from planner.storage.sentences import catalog
from planner.storage.sentences.spoken import LANGUAGES
from tests.some import some
from ui.process.qt_language import BETTER, LACKING
from ui.program import speak_in
from ui.wording.translate import day_text

DAY = date(2026, 11, 26)
FORMS = {
    "en": ("Cancel", "13,905.5", "26 November 2026"),
    "it": ("Annulla", "13.905,5", "26 novembre 2026"),
    "zh_CN": ("取消", "13,905.5", "2026年11月26日"),
}


class Marking(NullTranslations):
    def pgettext(self, context: str, message: str) -> str:  # noqa: ARG002
        return f"⟦{message}⟧"


@pytest.fixture(autouse=True)
def _english_again(qapp) -> Iterator[None]:
    yield
    speak_in("en")


@pytest.mark.parametrize("language", FORMS)
def test_that_buttons_numbers_and_days_follow_the_language(qtbot, language):
    speak_in(language)
    box = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
    qtbot.addWidget(box)
    button, number, day = FORMS[language]
    assert box.buttons()[0].text().replace("&", "") == button
    assert QLocale().toString(13905.5, "f", 1) == number
    assert day_text(DAY) == day
    name = QGuiApplication.applicationDisplayName()
    assert name == ("Suanli 算力规划" if language == "zh_CN" else "Suanli")


@pytest.mark.parametrize("language", ["it", "zh_CN"])
def test_that_a_dialog_for_files_mixes_no_languages(qtbot, monkeypatch, language):
    monkeypatch.setattr(catalog, "catalog", lambda _language: Marking())
    english = _words(qtbot)
    speak_in(language)
    spoken = _words(qtbot)
    assert len(english) == len(spoken) > 4
    assert [text for text in some(spoken) if text in english] == []
    lacking = {say() for say in LACKING.values()}
    assert lacking & set(spoken) == {"⟦&Look in:⟧", "⟦Files of &type:⟧"}


def test_that_a_language_before_leaves_nothing_behind(qtbot):
    before = _words(qtbot)
    for language in some((*reversed(LANGUAGES),)):
        speak_in(language)
    assert _words(qtbot) == before


def _words(qtbot):
    """Return the words of a dialog for files, and of the menu of a field."""
    dialog, field = QFileDialog(), QLineEdit("a")
    qtbot.addWidget(dialog)
    qtbot.addWidget(field)
    labels = [each.text() for each in dialog.findChildren(QLabel) if each.text()]
    menu = field.createStandardContextMenu()
    entries = [each.text().partition("\t")[0] for each in menu.actions() if each.text()]
    menu.deleteLater()
    return [*labels, *entries]


@pytest.mark.parametrize("language", ["it", "zh_CN"])
def test_that_our_words_go_before_those_that_qt_says_oddly(qapp, monkeypatch, language):
    monkeypatch.setattr(catalog, "catalog", lambda _language: Marking())
    speak_in(language)
    for place, source in some(BETTER):
        assert QCoreApplication.translate(place, source) == f"⟦{source}⟧"
