"""Question, finding and decision in words: paragraphs of one scenario, lines of several."""

from dataclasses import replace

from planner.model.presented.presented import NOTHING, Presented
from planner.model.scenario import Scenario
from ui.wording.compared.argument import argument_lines, argument_paragraphs

ASKED = Presented(question="Is it\nenough?", decision="Wait. ")
FOUND = Presented(finding="It is not")


def test_that_a_paragraph_says_what_it_is_and_what_is_empty_is_not_said() -> None:
    assert argument_paragraphs(ASKED) == ("Question: Is it\nenough?", "Decision: Wait.")
    assert argument_paragraphs(NOTHING) == ()


def test_that_a_line_stands_for_what_any_of_the_scenarios_has() -> None:
    scenarios = [replace(Scenario(), presented=each) for each in (NOTHING, ASKED, FOUND)]
    lines = [(line.name, line.texts) for line in argument_lines(scenarios)]
    assert lines == [
        ("Question", ("–", "Is it enough?", "–")),
        ("Finding", ("–", "–", "It is not")),
        ("Decision", ("–", "Wait.", "–")),
    ]
    assert argument_lines(scenarios[:1]) == ()
