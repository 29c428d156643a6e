"""The order, names and colors of what is open, and the baseline, which is no document."""

import pytest
from PySide6.QtCore import QObject, Qt

from planner.model.scenario import Scenario, with_lever
from ui.documents.workspace import Workspace


@pytest.fixture
def workspace(qapp):
    """Return a workspace that has a parent, as in the window."""
    owner = QObject()
    yield Workspace(owner)
    owner.deleteLater()


def _three(workspace):
    return [workspace.open(Scenario(title=title), anew=True) for title in "ABC"]


def _names(workspace):
    return [each.name for each in workspace.listing().scenarios]


def _moved(value=500):
    return with_lever(Scenario(), "alibaba_plan", value)


def test_that_a_new_window_lists_the_baseline_alone(workspace):
    assert workspace.listing().scenarios == ()
    assert workspace.listing().current == ""
    assert workspace.baseline is workspace.current


def test_that_the_first_change_of_the_baseline_opens_a_scenario(workspace):
    workspace.current.edit("Move", _moved())
    (listed,) = workspace.listing().scenarios
    assert (listed.name, listed.color, listed.is_dirty) == ("My scenario", 0, True)
    assert workspace.baseline is None
    workspace.show(None)
    assert workspace.current.scenario == Scenario()
    assert _names(workspace) == ["My scenario"]


@pytest.mark.parametrize(
    "changed",
    [
        Scenario(figures="as_stated"),
        Scenario(seed=7),
        Scenario(last_year=2040),
        Scenario(notes="n"),
    ],
)
def test_that_any_change_of_the_baseline_opens_a_scenario(workspace, changed):
    workspace.current.edit("Change", changed)
    assert _names(workspace) == ["My scenario"]


def test_that_taking_the_first_change_back_leads_to_the_baseline(workspace):
    document = workspace.current
    document.edit("Move", _moved())
    document.undo_stack.undo()
    assert workspace.baseline is document
    assert _names(workspace) == []
    document.undo_stack.redo()
    assert _names(workspace) == ["My scenario"]


def test_that_a_scenario_moves_to_another_place_and_no_further(workspace):
    a, b, c = _three(workspace)
    workspace.move(c, 0)
    assert _names(workspace) == ["C", "A", "B"]
    workspace.move(c, 1)
    assert _names(workspace) == ["A", "C", "B"]
    workspace.move(a, 99)
    assert _names(workspace) == ["C", "B", "A"]
    workspace.move(b, -5)
    assert _names(workspace) == ["B", "C", "A"]
    assert workspace.others_drawn() == (b, a)


def test_that_a_color_that_another_has_is_swapped(workspace):
    a, b, _ = _three(workspace)
    assert [each.color for each in workspace.listing().scenarios] == [0, 1, 2]
    workspace.paint(a, 1)
    assert (workspace.color(a), workspace.color(b)) == (1, 0)
    workspace.paint(a, 5)
    assert [each.color for each in workspace.listing().scenarios] == [5, 0, 2]


def test_that_after_closing_the_only_scenario_the_next_has_the_first_color(workspace):
    only = workspace.open(Scenario(title="Only"))
    workspace.close(only)
    assert workspace.color(workspace.open(Scenario(title="Next"))) == 0


def test_that_the_baseline_on_screen_has_no_color_of_another(workspace):
    for number in range(8):
        workspace.open(Scenario(title=f"S{number}"), anew=True)
    workspace.show(None)
    drawn = [workspace.color(each) for each in workspace.others_drawn()]
    assert len(set(drawn)) == len(drawn) == 7
    assert workspace.color(workspace.current) not in drawn


def test_that_what_is_compared_with_is_drawn_and_forgotten_when_it_closes(workspace, qtbot):
    a, _, _ = _three(workspace)
    workspace.draw(a, False)
    assert workspace.compare_with(a)
    assert workspace.is_drawn(a)
    assert workspace.listing().compared == a.key
    with qtbot.waitSignal(workspace.reference_closed) as told:
        workspace.close(a)
    assert told.args == ["A"]
    assert workspace.listing().compared == ""
    assert workspace.compared is None


def test_that_what_is_as_the_baseline_again_is_compared_with_as_the_baseline(workspace):
    workspace.current.edit("Move", _moved())
    document = workspace.current
    workspace.open(Scenario(title="Other"), anew=True)
    assert workspace.compare_with(document)
    assert workspace.compared is document
    document.undo_stack.undo()
    assert workspace.baseline is document
    assert workspace.compared is None
    document.undo_stack.redo()
    assert workspace.compared is document


def test_that_one_scenario_is_drawn_alone(workspace):
    _, b, _ = _three(workspace)
    workspace.draw_only(b)
    assert workspace.current is b
    assert workspace.others_drawn() == ()


def test_that_the_value_of_what_is_open_changes_with_what_it_tells(workspace):
    a, _, _ = _three(workspace)
    before = workspace.listing()
    assert workspace.listing() == before
    told = []
    workspace.listed.connect(lambda: told.append(workspace.listing()))
    workspace.move(a, 2)
    assert told[-1] != before
    assert [each.key for each in told[-1].scenarios][-1] == a.key


def _row(suanli, document=None):
    model = suanli.window.shelf.scenarios.model
    return model, model.index(0) if document is None else model.index_of(document)


def test_that_the_baseline_stands_first_and_says_why_it_stays(suanli):
    model, baseline = _row(suanli)
    roles = Qt.ItemDataRole
    assert model.data(baseline) == "Baseline"
    assert not baseline.flags() & (Qt.ItemFlag.ItemIsEditable | Qt.ItemFlag.ItemIsUserCheckable)
    for refused in ("rename", "close", "move_up", "color_green"):
        suanli.window.status.forget()
        suanli.window.actions_[refused].trigger()
        assert "baseline" in suanli.window.status.told, refused
    assert not model.setData(baseline, Qt.CheckState.Unchecked, roles.CheckStateRole)
    assert "cannot be" in model.data(baseline, roles.ToolTipRole)
    assert suanli.document.scenario == Scenario()


def test_that_what_cannot_be_unchecked_says_why(suanli):
    suanli.workspace.begin()
    model, index = _row(suanli, suanli.document)
    assert not model.setData(index, Qt.CheckState.Unchecked, Qt.ItemDataRole.CheckStateRole)
    assert "always on the charts" in suanli.window.status.told
    assert "always on the charts" in model.data(index, Qt.ItemDataRole.ToolTipRole)


def test_that_the_tip_of_a_scenario_tells_which_inputs_differ(suanli):
    suanli.document.edit("Move", with_lever(_moved(), "network_build_time", 2))
    model, index = _row(suanli, suanli.document)
    tip = model.data(index, Qt.ItemDataRole.ToolTipRole)
    assert "Alibaba&#x27;s plan: 380 → 500 bn CNY" in tip
    assert "Network build time: 4 → 2 years" in tip


def test_that_the_second_line_follows_what_a_scenario_changes(suanli):
    from ui.items.open_scenarios import SECOND_LINE

    document = suanli.workspace.begin()
    told = []
    for changed in (document.scenario, _moved(), with_lever(_moved(), "network_build_time", 2)):
        document.edit("Change", changed)
        model, index = _row(suanli, document)
        told.append(model.data(index, SECOND_LINE))
    assert told == ["as the baseline", "1 lever changed", "2 levers changed"]
