"""Studies run off the GUI thread; the latest question wins, and a long one can be canceled."""

from functools import partial
from threading import Event

import pytest
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

import ui.engine.study.gate
from planner.ensemble.many import Projector
from tests.some import some
from ui.engine.studies import Studies
from ui.engine.study.gate import Gate


class NoAnswerError(Exception):
    """What a study says that has no answer."""


@pytest.fixture
def studies(qapp):
    owner = QObject()
    made = Studies(owner)
    yield made
    made.close()
    owner.deleteLater()


def _study(result, *, engines=None):
    def begin(engine):
        if engines is not None:
            engines.append(engine)
        yield 0.5
        return result

    return begin


def _held(gate, begun, result=None):
    """Return a study that goes on once a gate opens."""

    def begin(_engine):
        begun.set()
        yield 0.1
        gate.wait(20)
        yield 0.9
        return result

    return begin


def test_that_a_study_tells_how_far_it_is_and_what_it_found(studies, qtbot):
    runner = studies.runner("live", studies)
    shares: list[float] = []
    engines: list[Projector] = []
    runner.progressed.connect(shares.append)
    with qtbot.waitSignal(runner.computed, timeout=20_000) as caught:
        runner.ask(_study("found", engines=engines))
    assert caught.args == ["found"]
    assert shares == [0.5]
    assert all(isinstance(each, Projector) for each in some(engines))
    assert not runner.is_busy


def test_that_the_engine_of_a_thread_serves_all_of_its_studies(studies, qtbot):
    engines: list[Projector] = []
    for _ in range(2):
        runner = studies.runner("live", studies)
        with qtbot.waitSignal(runner.computed, timeout=20_000):
            runner.ask(_study(1, engines=engines))
    assert engines[0] is engines[1]


def test_that_of_what_is_asked_meanwhile_the_latest_alone_is_answered(studies, qtbot):
    runner, gate, begun = studies.runner("live", studies), Event(), Event()
    found: list[str] = []
    runner.computed.connect(found.append)
    runner.ask(_held(gate, begun, "first"))
    begun.wait(20)
    runner.ask(_study("second"))
    runner.ask(_study("third"))
    gate.set()
    qtbot.waitUntil(lambda: len(found) == 2, timeout=20_000)
    assert found == ["first", "third"]


def test_that_a_study_that_is_cut_gives_way_to_the_next(studies, qtbot):
    runner, gate, begun = studies.runner("long", studies), Event(), Event()
    found: list[str] = []
    runner.computed.connect(found.append)
    runner.ask(_held(gate, begun, "first"))
    begun.wait(20)
    runner.ask(_study("second"), cut=True)
    gate.set()
    qtbot.waitUntil(lambda: bool(found), timeout=20_000)
    assert found == ["second"]


def test_that_a_study_that_is_canceled_tells_so_and_gives_nothing(studies, qtbot):
    runner, gate, begun = studies.runner("long", studies), Event(), Event()
    found: list[str] = []
    runner.computed.connect(found.append)
    runner.ask(_held(gate, begun, "never"))
    begun.wait(20)
    with qtbot.waitSignal(runner.stopped, timeout=20_000):
        runner.cancel()
        gate.set()
    assert found == []
    assert not runner.is_busy


def test_that_a_study_without_an_answer_says_so_and_a_fault_is_told_apart(studies, qtbot):
    def refuses(_engine):
        yield 0.1
        raise NoAnswerError("nothing is changed")

    runner = studies.runner("live", studies, NoAnswerError)
    with qtbot.waitSignal(runner.refused, timeout=20_000) as caught:
        runner.ask(refuses)
    assert caught.args == ["nothing is changed"]

    other = studies.runner("live", studies)
    with qtbot.waitSignal(other.failed, timeout=20_000) as caught:
        other.ask(refuses)
    assert "NoAnswerError" in caught.args[0]


def test_that_a_long_study_holds_up_no_live_one(studies, qtbot):
    gate, begun = Event(), Event()
    studies.runner("long", studies).ask(_held(gate, begun))
    begun.wait(20)
    live = studies.runner("live", studies)
    with qtbot.waitSignal(live.computed, timeout=20_000):
        live.ask(_study("there"))
    gate.set()


def test_that_a_study_does_one_step_for_each_run_of_the_picture(qapp, qtbot, monkeypatch):
    monkeypatch.setattr(ui.engine.study.gate, "LONGEST", 20)
    owner, gate = QObject(), Gate()
    studies = Studies(owner, gate=gate)
    runner = studies.runner("live", studies)
    done: list[int] = []

    def three(_engine):
        for number in range(3):
            done.append(number)
            yield number / 3
        return "found"

    gate.shut()
    runner.ask(three)
    qtbot.wait(30)
    for number in range(3):
        assert len(done) == number
        gate.open()
        qtbot.waitUntil(lambda number=number: len(done) == number + 1, timeout=20_000)
        qtbot.wait(30)
    with qtbot.waitSignal(runner.computed, timeout=20_000) as caught:
        gate.open()
    assert caught.args == ["found"]
    studies.close()
    owner.deleteLater()


def _ask(studies, pace, name, work):
    """Let a card of a name ask, and return its runner with what it was told."""
    card = QWidget()
    card.setAccessibleName(name)
    runner = studies.runner(pace, card)
    told: list[str] = []
    runner.waits.connect(told.append)
    runner.computed.connect(told.append)
    runner.stopped.connect(partial(told.append, "stopped"))
    runner.ask(work)
    return card, runner, told


def test_that_of_long_studies_that_wait_the_quick_go_first_and_are_told_what_is_before(
    studies, qtbot
):
    gate, begun = Event(), Event()
    order: list[str] = []
    cards = [_ask(studies, "long", "Split", _held(gate, begun, "split"))]
    begun.wait(20)
    for pace, name in (("longest", "Totals"), ("long", "Survive"), ("check", "Signs")):
        cards.append(_ask(studies, pace, name, _study(name)))
    for _, runner, _ in cards:
        runner.computed.connect(order.append)
    assert [told for *_, told in cards] == [[], ["Split"], ["Split"], ["Split"]]
    gate.set()
    qtbot.waitUntil(lambda: len(order) == 4, timeout=20_000)
    assert order == ["split", "Signs", "Survive", "Totals"]
    assert cards[1][2] == ["Split", "Signs", "Survive", "Totals"]
    assert [runner.is_long for _, runner, _ in cards] == [True, True, True, False]


def test_that_what_waits_is_canceled_while_another_still_runs(studies, qtbot):
    gate, begun = Event(), Event()
    _card, first, told = _ask(studies, "long", "Split", _held(gate, begun, "split"))
    begun.wait(20)
    _other, second, dropped = _ask(studies, "long", "Money", _study("money"))
    second.cancel()
    assert dropped == ["Split"]
    qtbot.waitUntil(lambda: dropped == ["Split", "stopped"], timeout=20_000)
    assert first.is_busy
    assert not second.is_busy
    second.ask(_study("money again"))
    gate.set()
    qtbot.waitUntil(lambda: dropped[-1] == "money again", timeout=20_000)
    assert told == ["split"]


def test_that_a_question_that_replaces_one_that_waits_is_answered(studies, qtbot):
    gate, begun = Event(), Event()
    _ask(studies, "long", "Split", _held(gate, begun))
    begun.wait(20)
    _card, runner, told = _ask(studies, "long", "Money", _study("first"))
    runner.ask(_study("second"), cut=True)
    gate.set()
    qtbot.waitUntil(lambda: told[-1] == "second", timeout=20_000)
    assert "first" not in told
    assert "stopped" not in told
