"""The window says which letters of a title no font has, and what is exported says it too."""

from planner.model.scenario import Scenario, with_lever
from tests.test_fonts import NOWHERE


def test_that_the_window_says_it_once_for_each_title(suanli):
    bars = suanli.window.bars
    suanli.document.edit("Rename", Scenario(title=f"A {NOWHERE}"))
    bars.refresh()
    assert f"U+{ord(NOWHERE):04X}" in bars.bars["letters"].display.sentence
    bars.bars["letters"].chosen.emit("letters", "dismiss")
    assert "letters" not in bars.bars
    bars.refresh()
    assert "letters" not in bars.bars
    suanli.document.edit("Rename", Scenario(title=f"B {NOWHERE}"))
    bars.refresh()
    assert "letters" in bars.bars
    suanli.document.edit("Rename", Scenario(title="C"))
    bars.refresh()
    assert "letters" not in bars.bars


def test_that_an_exported_and_a_copied_chart_tell_their_boxes(drawn, qtbot, tmp_path):
    with qtbot.waitSignal(drawn.conductor.shown, timeout=60_000):
        drawn.document.edit("Move", with_lever(Scenario(title=f"A {NOWHERE}"), "public_fund", 9))
    said: list[str] = []
    drawn.exports.done.connect(said.append)
    drawn.exports.copy_one(0)
    drawn.exports.write_chart(0, tmp_path / "a.png")
    drawn.exports.write_chart(0, tmp_path / "a.csv")
    assert ["boxes in their place" in each for each in said] == [True, True, False]
