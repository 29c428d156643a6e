"""The comparison answers the latest question, and a long one gives way to it."""

from concurrent.futures import Executor, Future
from dataclasses import replace

import pytest

from planner.engine.run import warm_up_kernel
from planner.model.scenario import Scenario, with_lever
from ui.engine import comparing
from ui.engine.comparing import Comparing, Question

FIRST = Scenario(title="First", futures=40, last_year=2031)
OTHER = with_lever(replace(FIRST, title="Other"), "center_sellable_target", 0.8)
MOVED = with_lever(replace(FIRST, title="Other"), "center_sellable_target", 0.7)
PAIRS = (("enterprises", ""),)


class Stepped(Executor):
    """Does what was submitted when the test says so."""

    def __init__(self):
        self.waiting = []

    def submit(self, work, /, *args, **_):
        self.waiting.append((work, args))
        return Future()

    def step(self):
        work, args = self.waiting.pop(0)
        work(*args)

    def shutdown(self, *_, **__):
        self.waiting.clear()


@pytest.fixture
def executor():
    return Stepped()


@pytest.fixture
def asked(qapp, executor):
    warm_up_kernel()
    made = Comparing(executor=executor)
    yield made
    made.close()


@pytest.fixture
def answers(asked):
    found: list[comparing.ComparingAnswer] = []
    asked.computed.connect(found.append)
    return found


def _question(other):
    return Question((FIRST, other), PAIRS, futures=40, reference=0)


def test_that_a_short_question_is_answered_before_the_next_one(asked, executor, answers):
    asked.ask(_question(OTHER))
    asked.ask(_question(MOVED))
    executor.step()
    executor.step()
    assert [each.question for each in answers] == [_question(OTHER), _question(MOVED)]


def test_that_a_long_question_ends_at_its_next_step_when_another_is_asked(
    asked, executor, answers, monkeypatch
):
    monkeypatch.setattr(comparing, "VERY_MANY", 10)
    asked.ask(_question(OTHER))
    asked.ask(_question(MOVED))
    executor.step()
    assert answers == []
    executor.step()
    assert [each.question for each in answers] == [_question(MOVED)]
    assert not executor.waiting


def test_that_what_was_worked_out_before_a_question_was_left_is_kept(
    asked, executor, answers, monkeypatch
):
    asked.ask(_question(OTHER))
    executor.step()
    monkeypatch.setattr(comparing, "VERY_MANY", 10)
    asked.ask(_question(MOVED))
    asked.ask(_question(OTHER))
    executor.step()
    monkeypatch.setattr(comparing, "changes", None)
    executor.step()
    assert answers[-1].question == _question(OTHER)
    assert answers[-1].changes[1] is answers[0].changes[1]
