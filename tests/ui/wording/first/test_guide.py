"""The line says what to look at, and a number only where it is known that its sign survives."""

from tests.some import some
from ui.wording.first.guide import guide_text
from ui.wording.first.questions import QUESTIONS


def test_that_without_a_run_it_says_what_to_look_at():
    for question in some(QUESTIONS):
        assert guide_text(question, None) == question.look
