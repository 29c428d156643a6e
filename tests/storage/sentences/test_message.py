"""Every sentence about a file exists in every language, and says the same of the same things."""

import ast
import json
import re
from pathlib import Path

import pytest

from planner.files.scenario.content import content_of
from planner.files.scenario.scenario_file import to_bytes
from planner.model.scenario import Scenario
from planner.storage.sentences.file_error import FileError, refusal, shown
from planner.storage.sentences.message import message, texts_in
from planner.storage.sentences.spoken import LANGUAGES, nearest_language

PLANNER = Path(__file__).parents[3] / "planner"
PLACEHOLDER = re.compile(r"\{(\w+)\}")
NOT_FOR_READERS = re.compile(r"Traceback|pydantic|https?:|[A-Z]\w+Error|NoneType|\bdict\b|\n")
CHINESE = re.compile(r"[\u4e00-\u9fff]")
NO_WORDS = {"separator", "exactly"}


def _sources():
    """Return the files of the rooms that speak of files."""
    return [path for room in ("storage", "files") for path in (PLANNER / room).rglob("*.py")]


def _keys_in_the_code():
    """Return the texts of the planner's files that are keys of the tables."""
    found = set()
    for path in _sources():
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Constant) and isinstance(node.value, str):
                found.add(node.value)
    return found


@pytest.mark.parametrize("language", LANGUAGES)
def test_that_every_language_has_the_same_texts_about_the_same_things(language):
    texts, english = texts_in(language), texts_in("en")
    assert list(texts) == list(english)
    for key, text in texts.items():
        assert text, key
        assert sorted(PLACEHOLDER.findall(text)) == sorted(PLACEHOLDER.findall(english[key])), key
        assert not NOT_FOR_READERS.search(text), key


@pytest.mark.parametrize("language", ["it", "zh_CN"])
def test_that_a_translation_is_one(language):
    texts, english = texts_in(language), texts_in("en")
    same = {key for key, text in texts.items() if text == english[key]}
    assert same <= NO_WORDS
    if language == "zh_CN":
        assert {key for key, text in texts.items() if not CHINESE.search(text)} <= {
            "exactly",
            "separator",
        }


def test_that_every_text_is_said_somewhere_and_every_key_has_a_text():
    keys = _keys_in_the_code()
    beside = {"cannot_be_made"}  # said by the terminal
    assert set(texts_in("en")) - keys <= beside
    asked = {
        argument.value
        for path in _sources()
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.Call) and getattr(node.func, "id", "") in {"refusal", "message"}
        for argument in node.args
        if isinstance(argument, ast.Constant)
    }
    assert len(asked) > 40
    assert asked <= set(texts_in("en"))


@pytest.mark.parametrize(
    ("name", "language"),
    [
        ("it_IT.UTF-8", "it"),
        ("it", "it"),
        ("zh_CN", "zh_CN"),
        ("zh-Hans-CN", "zh_CN"),
        ("en_US", "en"),
        ("C", "en"),
        ("de_DE", "en"),
        ("", "en"),
    ],
)
def test_that_a_locale_gets_the_nearest_language(name, language):
    assert nearest_language(name) == language


def test_that_a_sentence_is_said_in_each_language_with_what_it_is_made_of():
    error = refusal(
        "no_lever",
        file="a.json",
        found=shown("x"),
        hint=message("allowed_are", names=("one", "two")),
    )
    assert str(error) == 'a.json: there is no lever "x"; it must be one of one, two'
    assert error.sentence("it_IT") == 'a.json: non esiste la leva "x"; scegliere tra one, two'
    assert error.sentence("zh_CN") == 'a.json：没有名为 "x" 的调节项；允许的有 one、two'  # noqa: RUF001


def test_that_braces_in_a_file_are_letters_and_not_places_to_fill():
    said = message("did_you_mean", names="{cause} %s {0}")
    assert str(said) == "did you mean {cause} %s {0}?"


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    ("setting", "where"),
    [
        ({"voucher_budget": {"henan": [[2025, -1]]}}, "knot_value"),
        ({"voucher_budget": {"henan": [[2024, 1]]}}, "knot_date"),
        ({"voucher_budget": {"henan": [[2025, 1], [2025, 1]]}}, "dates_rise"),
        ({"voucher_budget": {"henan": [7]}}, "knot_pair"),
        ({"voucher_budget": {"henan": []}}, "knots_count"),
        ({"voucher_budget": {"henan": "x"}}, "wrong"),
        ({"network_build_time": [[2025, 4]]}, "no_knots"),
        ({"alibaba_capex": 5}, "wrong"),
        ({"alibaba_capex": [[2025, 5]], "alibaba_plan": 5}, "knots_and_number"),
    ],
)
def test_that_a_sentence_about_a_path_has_single_spaces_in_each_language(language, setting, where):
    fields = {**json.loads(to_bytes(Scenario())), "levers": setting}
    with pytest.raises(FileError) as caught:
        content_of(json.dumps(fields).encode(), "f.json")
    assert caught.value.message.key == where
    assert "  " not in caught.value.sentence(language)
    assert not re.search(r"或\d", caught.value.sentence(language))
