"""Studies run off the GUI thread; the latest question wins, and a long one can be canceled."""

from threading import Event

import pytest
from PySide6.QtCore import QObject

import ui.engine.gate
from planner.ensemble.many import Projector
from tests.some import some
from ui.engine.gate import Gate
from ui.engine.studies import Studies


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
    monkeypatch.setattr(ui.engine.gate, "LONGEST", 20)
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
