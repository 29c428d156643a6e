"""The window says where a run breaks a law of the model, or few futures agree, while it does."""

from dataclasses import replace

from planner.model.scenario import with_assumption
from planner.quantities.spread import fixed
from tests.breaking_scenarios import CENTER_BREAKS

A_MINUTE = 60_000


def _settle(drawn, qtbot, scenario) -> None:
    with qtbot.waitSignal(
        drawn.live.state_changed, timeout=A_MINUTE, check_params_cb=lambda state: state == "held"
    ):
        drawn.document.edit("Try", scenario)


def test_that_a_bar_tells_the_breach_until_it_no_longer_holds(drawn, qtbot):
    before, bars = drawn.document.scenario, drawn.window.bars.bars
    _settle(drawn, qtbot, CENTER_BREAKS)
    sentence = bars["breach"].display.sentence
    assert sentence.startswith(
        "The model breaks down under these inputs: domestic capacity would be no finite number in "
        "Dec 2033; the center line ends there, 17 of 20 futures are left out"
    )
    _settle(drawn, qtbot, before)
    assert "breach" not in bars


def test_that_a_closed_bar_comes_back_only_with_something_new_to_tell(drawn, qtbot):
    bars = drawn.window.bars.bars
    _settle(drawn, qtbot, CENTER_BREAKS)
    bars["breach"].chosen.emit("breach", "dismiss")
    assert "breach" not in bars
    drawn.conductor.ask()
    qtbot.waitUntil(lambda: drawn.live.state == "held", timeout=A_MINUTE)
    assert "breach" not in bars


def test_that_a_bar_tells_where_hardly_any_future_agrees_with_what_was_measured(drawn, qtbot):
    before, bars = drawn.document.scenario, drawn.window.bars.bars
    impossible = with_assumption(before, "rent_2025", fixed(0.001))
    _settle(drawn, qtbot, impossible)
    assert "Hardly any future agrees with what was measured" in bars["draws"].display.sentence
    assert "as drawn" in drawn.window.status.futures.text()
    _settle(drawn, qtbot, replace(impossible, draws="as drawn"))
    assert "draws" not in bars
