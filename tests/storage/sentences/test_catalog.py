"""A text is said in the language spoken, by the whole program or by one thread for a while."""

import threading

import pytest
from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo

from planner.storage.sentences import catalog as catalogs
from planner.storage.sentences.catalog import translate, translate_many
from planner.storage.sentences.spoken import nearest_language, speak, speaking, spoken


@pytest.fixture
def translations(tmp_path, monkeypatch):
    """A folder of translations in which Italian knows a few texts, and Chinese none."""
    italian = Catalog(locale="it")
    italian.add("open", "aperto", context="Answer")
    italian.add("open", "apri", context="Command")
    italian.add(
        ("{count} future", "{count} futures"),
        ("{count} simulazione", "{count} di simulazioni", "{count} simulazioni"),
        context="Answer",
    )
    folder = tmp_path / "translations"
    folder.mkdir()
    with (folder / "it.mo").open("wb") as file:
        write_mo(file, italian)
    monkeypatch.setattr(catalogs, "resources_folder", lambda: tmp_path)
    catalogs.catalog.cache_clear()
    yield folder
    catalogs.catalog.cache_clear()


def test_that_a_context_tells_equal_words_apart(translations):
    with speaking("it"):
        assert translate("Answer", "open") == "aperto"
        assert translate("Command", "open") == "apri"


def test_that_a_text_without_a_translation_is_said_in_english(translations):
    with speaking("it"):
        assert translate("Answer", "closed") == "closed"
    with speaking("zh_CN"):
        assert translate("Answer", "open") == "open"


def test_that_a_count_chooses_the_form(translations):
    told = [translate_many("Answer", "{count} future", "{count} futures", n) for n in (1, 2)]
    assert told == ["{count} future", "{count} futures"]
    with speaking("it"):
        told = [translate_many("Answer", "{count} future", "{count} futures", n) for n in (1, 2)]
    assert told == ["{count} simulazione", "{count} simulazioni"]


def test_that_one_thread_may_speak_another_language_for_a_while():
    heard: list[str] = []
    with speaking("zh_CN"), speaking("it"):
        other = threading.Thread(target=_hear, args=(heard,))
        other.start()
        other.join()
        assert spoken() == "it"
    assert heard == ["en"]
    assert spoken() == "en"


def test_that_the_program_speaks_one_language_in_every_thread():
    heard: list[str] = []
    speak("it")
    try:
        other = threading.Thread(target=_hear, args=(heard,))
        other.start()
        other.join()
    finally:
        speak("en")
    assert heard == ["it"]


@pytest.mark.parametrize("name", ["C.UTF-8", "de_DE", "", "italian-not", "en_US.UTF-8"])
def test_that_a_locale_of_no_such_language_is_spoken_to_in_english(name):
    assert nearest_language(name) == "en"


def _hear(heard: list[str]) -> None:
    heard.append(spoken())
