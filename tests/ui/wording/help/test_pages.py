"""The pages of help: each in every language, with the same sections, and none is missing."""

from importlib.metadata import distribution

import pytest

from planner.model.graph import model
from planner.storage.places import resources_folder
from planner.storage.sentences.spoken import LANGUAGES, speaking
from tests.some import some
from ui.wording.finding.pinyin import is_chinese, readings
from ui.wording.help.about import about_sections, license_of, license_sections, shipped, versions
from ui.wording.help.glossary import glossary_sections, in_alphabet, language_sections, terms
from ui.wording.help.model_pages import equation_sections, model_sections, source_sections
from ui.wording.help.page import sections_of, written

WRITTEN = ("about", "bands", "sweeps")


@pytest.mark.parametrize("name", WRITTEN)
def test_that_a_written_page_stands_in_every_language_with_the_same_sections(name):
    shapes = set()
    for language in LANGUAGES:
        with speaking(language):
            sections = sections_of(written(name))
        shapes.add(tuple((each.level, each.text.count("\n- ")) for each in some(sections)))
    assert len(shapes) == 1


def test_that_each_language_has_the_same_files():
    folders = [resources_folder() / "help" / language for language in LANGUAGES]
    assert {tuple(sorted(each.name for each in some(f.iterdir()))) for f in folders} == {
        tuple(f"{name}.md" for name in WRITTEN)
    }


def test_that_a_term_is_told_once_and_in_every_language():
    assert len(some(terms())) > 60
    for language in LANGUAGES:
        names = [each.words[language][0] for each in terms()]
        assert len(names) == len(set(names)), language
        assert all(len(each.words[language][1]) > 8 for each in terms())


def test_that_chinese_texts_are_chinese_and_end_as_sentences_do():
    for each in some(terms()):
        assert each.words["zh_CN"][1].endswith("。"), each.key
        assert each.words["en"][1].endswith("."), each.key
        assert each.words["it"][1].endswith("."), each.key
        assert "'" not in each.words["it"][1], each.key


def test_that_the_glossary_speaks_the_language_and_shows_all_three_side_by_side():
    with speaking("it"):
        heads = [each.head for each in glossary_sections()]
        table = language_sections()[0].text
    assert "Ipotesi" in heads
    assert "| Ipotesi | Assumption | 假设 |" in table


def test_that_chinese_terms_stand_in_the_order_of_their_pinyin():
    names = [each.words["zh_CN"][0] for each in some(terms())]
    assert [name for name in names if is_chinese(name) and name not in readings()] == []
    with speaking("zh_CN"):
        heads = [each.head for each in glossary_sections()[1:]]
    sounds = [readings()[head] for head in heads if head in readings()]
    assert sounds == sorted(sounds)
    assert sounds[0] < "d"
    assert sounds[-1] > "x"


def test_that_accents_do_not_move_a_term_to_the_end():
    assert sorted(("zona", "è", "errore"), key=in_alphabet) == ["è", "errore", "zona"]


def test_that_every_input_and_equation_and_source_has_its_section():
    heads = [each.head for each in model_sections()]
    assert {each.label for each in model().levers.values()} <= set(heads)
    assert {each.label for each in model().assumptions.values()} <= set(heads)
    assert len(equation_sections()) == 1 + len(model().equations)
    assert len(source_sections()) > 50


def test_that_every_package_that_is_shipped_names_its_license():
    names = {each.name.lower() for each in some(shipped())}
    assert {"numpy", "scipy", "pyside6_essentials", "pandas", "pyqtgraph"} <= names
    assert [each.name for each in shipped() if license_of(each) == "–"] == []
    assert sum(bool(each.text) for each in license_sections()) > len(names) / 2


def test_that_versions_are_those_of_what_runs():
    assert any(distribution("numpy").version in each for each in versions())
    assert any(model().version in each for each in versions())
    assert "{" not in about_sections()[0].text
