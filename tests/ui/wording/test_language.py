"""Window and terminal speak English in its form, whatever the system's language is."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from ui.wording.language import LanguageError, chosen_language, system_language

LOCALES = ("ar_EG", "zh_CN")
SEEN = """
import json
from PySide6.QtCore import QDate, QLocale, QLibraryInfo
from PySide6.QtWidgets import QDialogButtonBox, QWidget
from ui.program import application
app = application()
from ui.charts.contents.words import wording
from ui.wording.field_numbers import number_text
box = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
print(json.dumps({
    "system": QLocale.system().name(),
    "direction": QWidget().layoutDirection().name,
    "button": box.buttons()[0].text().replace("&", ""),
    "number": number_text(1390.5),
    "of Qt": QLocale().toString(1390.5, "f", 1),
    "day": QLocale().toString(QDate(2026, 11, 26), "d MMMM yyyy"),
    "month": wording().month(2026 + 10 / 12),
}))
"""


@pytest.mark.parametrize("locale", LOCALES)
def test_that_the_window_is_english_and_runs_from_left_to_right(locale):
    environment = os.environ | {"LC_ALL": f"{locale}.UTF-8", "QT_QPA_PLATFORM": "offscreen"}
    environment.pop("LANGUAGE", None)
    done = subprocess.run(
        [sys.executable, "-c", SEEN], env=environment, capture_output=True, text=True, check=True
    )
    seen = json.loads(done.stdout)
    assert seen.pop("system") == locale
    assert seen == {
        "direction": "LeftToRight",
        "button": "Cancel",
        "number": "1,390.5",
        "of Qt": "1,390.5",
        "day": "26 November 2026",
        "month": "Nov 2026",
    }


@pytest.mark.parametrize(
    ("variables", "language"),
    [
        ({}, "en"),
        ({"LANG": "it_IT.UTF-8"}, "it_IT.UTF-8"),
        ({"LANG": "it_IT.UTF-8", "LC_ALL": "zh_CN.UTF-8"}, "zh_CN.UTF-8"),
        ({"LANG": "zh_CN.UTF-8", "LC_NUMERIC": "en_US.UTF-8"}, "zh_CN.UTF-8"),
        ({"LANG": "en_US.UTF-8", "LC_MESSAGES": "it_IT.UTF-8"}, "it_IT.UTF-8"),
        ({"LANG": "en_US.UTF-8", "LANGUAGE": "zh_CN:en"}, "zh_CN"),
        ({"LC_ALL": "C", "LANGUAGE": "it"}, "en"),
        ({"LC_ALL": "C.UTF-8", "LANG": "it_IT.UTF-8"}, "en"),
    ],
)
def test_that_the_language_of_sentences_is_found_as_gettext_finds_it(
    monkeypatch, variables, language
):
    for name in ("LC_ALL", "LC_MESSAGES", "LANG", "LANGUAGE"):
        monkeypatch.delenv(name, raising=False)
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    if not variables:
        monkeypatch.setattr("locale.getlocale", lambda: (None, None))
    assert system_language() == language


@pytest.mark.parametrize(
    ("locale", "said"), [("it_IT", "non è"), ("zh_CN", "不是"), ("de_DE", "is not")]
)
def test_that_only_sentences_about_files_come_in_the_language_of_the_system(tmp_path, locale, said):
    (tmp_path / "a.scenario.json").write_text("{")
    environment = os.environ | {"LC_ALL": f"{locale}.UTF-8", "PYTHONUTF8": "1"}
    environment.pop("LANGUAGE", None)
    run = subprocess.run(
        [Path(sys.executable).with_name("suanli"), "run", "a.scenario.json"],
        cwd=tmp_path,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
        encoding="utf-8",
    )
    assert run.returncode == 2
    assert said in run.stderr


@pytest.mark.parametrize(
    ("option", "variable", "kept", "language"),
    [
        ("it", "zh", "en", "it"),
        (None, "zh", "it", "zh_CN"),
        (None, "", "it", "it"),
        (None, None, None, "zh_CN"),
        ("zh-CN", None, None, "zh_CN"),
        ("zh_CN", None, None, "zh_CN"),
        ("it_IT", None, None, "it"),
        ("it_IT.UTF-8", None, None, "it"),
        ("EN", None, None, "en"),
    ],
)
def test_that_the_option_beats_the_variable_and_that_what_the_window_keeps(
    option, variable, kept, language
):
    environment = {"LANG": "zh_CN.UTF-8"}
    if variable is not None:
        environment["SUANLI_LANG"] = variable
    assert chosen_language(option, environment, kept) == language


def test_that_without_a_choice_and_a_locale_english_is_spoken():
    assert chosen_language(None, {"LC_ALL": "C"}) == "en"
    assert chosen_language(None, {"LANG": "de_DE.UTF-8"}) == "en"


@pytest.mark.parametrize("name", ["fr", "", "italian", "zh_TW", "en us", "\x1b[31m"])
def test_that_a_language_that_is_not_spoken_is_refused(name):
    with pytest.raises(LanguageError, match=r"^--lang takes en, it or zh, not "):
        chosen_language(name, {})


def test_that_a_variable_that_names_no_language_is_refused_by_its_name():
    with pytest.raises(LanguageError, match=r'^SUANLI_LANG takes en, it or zh, not "fr"$'):
        chosen_language(None, {"SUANLI_LANG": "fr"})
