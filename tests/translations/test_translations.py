"""Every text is found, and what does not fit it in a translation is told in a sentence."""

import ast

import pytest

from tests.some import some
from tests.translations.catalogs import (
    TRANSLATED,
    Translations,
    compiled,
    compiled_name,
    source,
    source_name,
    translations,
)
from tests.translations.faults import faults_of
from tests.translations.found import ROOT, Text, texts
from tests.translations.letters import lettered

TEXT = Text("Answer", "&Open {name}…")
_CALLED = ("translate", "translate_many")
_DOORS = (*_CALLED, "marked")
MANY = Text("Answer", "{count} future", "{count} futures")


def test_that_texts_of_code_and_tables_are_found_with_their_contexts():
    found = set(texts())
    assert len(found) > 3000
    assert Text("Model", "AI enterprises") in found
    assert Text("Commands", "&Undo") in found
    assert not any("{" in each.context or not each.context for each in some(found))


def test_that_a_catalog_reads_back_as_it_was_written(tmp_path):
    known = {TEXT: ("&Apri {name}…",), MANY: ("{count} simulazione", "{count} simulazioni")}
    file = tmp_path / source_name("it")
    file.parent.mkdir(parents=True)
    file.write_bytes(source("it", (TEXT, MANY), known))
    assert translations("it", tmp_path) == known
    assert source("it", (TEXT, MANY), known) == file.read_bytes()


def test_that_a_text_without_a_translation_is_not_compiled():
    known = {TEXT: ("",), MANY: ("{count} simulazione", "{count} simulazioni")}
    made = compiled("it", (TEXT, MANY), known)
    assert b"simulazioni" in made
    assert b"&Open" not in made


def test_that_no_text_stands_within_an_f_string_where_it_would_not_be_found():
    for folder in ("planner", "ui"):
        for path in some(sorted((ROOT / folder).rglob("*.py"))):
            texts_within = [
                call.lineno
                for text in ast.walk(ast.parse(path.read_text("utf-8")))
                if isinstance(text, ast.JoinedStr)
                for call in ast.walk(text)
                if isinstance(call, ast.Call) and getattr(call.func, "id", "") in _DOORS
            ]
            assert not texts_within, (path, texts_within)


def test_that_what_translates_has_no_other_name_by_which_its_texts_would_not_be_found():
    for folder in ("planner", "ui"):
        for path in some(sorted((ROOT / folder).rglob("*.py"))):
            nodes = list(ast.walk(ast.parse(path.read_text("utf-8"))))
            called = {id(node.func) for node in nodes if isinstance(node, ast.Call)}
            otherwise = [
                node.lineno
                for node in nodes
                if isinstance(node, ast.Name) and node.id in _CALLED and id(node) not in called
            ]
            renamed = [
                node.name
                for node in nodes
                if isinstance(node, ast.alias) and node.name in _CALLED and node.asname
            ]
            assert not otherwise + renamed, (path, otherwise, renamed)


@pytest.mark.parametrize(
    ("forms", "told"),
    [
        ((), "has no translation"),
        (("",), "has no translation"),
        (("&Apri {nome}…",), "other fields"),
        (("Apri {name}…",), "another number of mnemonics"),
        (("&Apri {name}… ",), "other space"),
        (("&Apri {name}...",), "marks that are none of the language"),
        (("&Apri <b>{name}</b>…",), "other markup"),
        (("&Apri l'{name}…",), "marks that are none of the language"),
    ],
)
def test_that_what_does_not_fit_is_told(forms, told):
    (fault,) = faults_of("it", (TEXT,), {TEXT: forms})
    assert told in fault
    assert "“&Open {name}…” (Answer)" in fault


def test_that_a_translation_that_fits_has_no_fault():
    assert not list(faults_of("it", (TEXT,), {TEXT: ("&Apri {name}…",)}))
    assert not list(faults_of("zh_CN", (MANY,), {MANY: ("{count} 次模拟",)}))


def test_that_a_translation_of_what_is_no_longer_said_is_told():
    (fault,) = faults_of("it", (), {TEXT: ("&Apri {name}…",)})
    assert fault == "it: no longer said: “&Open {name}…” (Answer)"


def _command(text):
    return Text("Commands", text)


def test_that_entries_of_a_menu_that_chose_one_letter_are_told_apart():
    chosen: Translations = {
        _command("&Redo"): ("&Rifai",),
        _command("Re&play the last change"): ("&Rivedi",),
    }
    assert lettered(chosen) == {
        _command("&Redo"): ("&Rifai",),
        _command("Re&play the last change"): ("R&ivedi",),
    }
    assert lettered(lettered(chosen)) == lettered(chosen)


def test_that_a_letter_in_brackets_is_the_english_one_and_no_translation_stays_none():
    known: Translations = {
        _command("&Redo"): ("重做(&Z)",),
        _command("&Undo"): ("",),
        TEXT: ("&Apri {name}…",),
    }
    assert lettered(known) == {**known, _command("&Redo"): ("重做(&R)",)}


def test_that_an_entry_named_after_a_scenario_keeps_the_letter_of_the_entry():
    usual, other = _command("&Difference from baseline"), _command("&Difference from {scenario}")
    known: Translations = {
        usual: ("Differen&za dal riferimento",),
        other: ("&Da «{scenario}» in z",),
    }
    assert lettered(known)[other] == ("Da «{scenario}» in &z",)


@pytest.mark.parametrize("language", TRANSLATED)
def test_that_every_text_has_a_translation_that_fits(language):
    assert list(faults_of(language, texts(), translations(language))) == []


@pytest.mark.parametrize("language", TRANSLATED)
def test_that_the_program_reads_what_the_translators_wrote(language):
    known = translations(language)
    assert (ROOT / source_name(language)).read_bytes() == source(language, texts(), known)
    assert (ROOT / compiled_name(language)).read_bytes() == compiled(language, texts(), known)


def test_that_every_field_of_a_text_has_a_name():
    # A text in Chinese sets its spaces by the names of what it is given.
    assert [each for each in some(texts()) if "{}" in each.one or "{}" in each.many] == []
