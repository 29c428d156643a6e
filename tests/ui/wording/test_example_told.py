"""An example opened in the window speaks the reader's language; its file stays English."""

import pytest

from planner.files.scenario.scenario_file import examples, open_example, open_file
from planner.storage.sentences.spoken import speaking
from tests.some import some
from ui.wording.example_told import example_told


@pytest.mark.parametrize("language", ["it", "zh_CN"])
def test_that_titles_and_notes_of_all_examples_are_in_the_language(language):
    for name, english, path in some(examples()):
        with speaking(language):
            told = example_told(open_file(path)).scenario
        assert told.title != english, name
        assert told.notes != open_example(name).notes, name
        assert told.levers == open_example(name).levers


def test_that_in_english_an_example_is_as_its_file():
    for _, _, path in some(examples()):
        assert example_told(open_file(path)) == open_file(path)
