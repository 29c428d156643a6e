"""L3: every hand-made file gets the sentence that was written for it, in every language."""

import tempfile
from pathlib import Path

import pytest

from planner.files.file_error import FileError
from planner.files.message import LANGUAGES
from planner.files.scenario_file import open_file
from tests.reliability.corpus_files import FOLDER, MADE, PUT, expected, lay_out
from tests.reliability.nobody import as_nobody


@pytest.fixture(scope="module")
def corpus():
    """Lay the corpus out once."""
    with tempfile.TemporaryDirectory() as name:
        lay_out(Path(name))
        yield Path(name)


def test_that_every_file_of_the_corpus_has_its_sentence_written():
    names = [each["name"] for each in expected()]
    assert len(names) == len(set(names)) >= 60
    assert set(names) == {path.name for path in FOLDER.glob("*.json")} | set(MADE) | set(PUT)


def test_that_every_file_of_the_corpus_gets_the_sentence_written_for_it(
    corpus, monkeypatch, record
):
    """L3."""
    monkeypatch.chdir(corpus)
    open_file("good.json")  # the validator is loaded before rights are given up
    opened = refused = 0
    for each in expected():
        try:
            with as_nobody():
                found = open_file(each["name"])
        except FileError as error:
            refused += 1
            said = {language: error.sentence(language) for language in LANGUAGES}
            assert said == {language: each.get(language) for language in LANGUAGES}, each["name"]
        else:
            opened += 1
            assert found.scenario.title == each.get("title"), each["name"]
            reason = found.read_only_reason
            for language in LANGUAGES:
                said_of_it = reason.text(language) if reason else None
                assert said_of_it == each.get(f"read_only_{language}"), each["name"]
    assert opened > 20
    assert refused > 100
    record(
        "L3",
        f"{refused} hostile files: the written sentence in {len(LANGUAGES)} languages; "
        f"{opened} odd but honest ones open",
    )
