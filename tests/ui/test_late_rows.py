"""Rows nobody has looked at are made late, and are then like all others."""

from PySide6.QtWidgets import QToolButton, QWidget

from planner.model.graph import model
from planner.model.scenario import with_lever
from ui.views.inputs.assumptions_panel import AssumptionsPanel
from ui.views.inputs.levers_panel import ON_TOP, LeversPanel
from ui.widgets.rows.drawer import Drawer
from ui.widgets.rows.lever_row import LeverRow


def _drawer(panel: LeversPanel) -> Drawer:
    return next(each for each in panel.findChildren(Drawer) if each.arrow.isVisibleTo(panel))


def test_that_a_drawer_is_filled_when_it_is_opened(qtbot, document):
    panel = LeversPanel(document)
    qtbot.addWidget(panel)
    drawer = _drawer(panel)
    assert not drawer.body.findChildren(LeverRow)
    drawer.arrow.click()
    assert len(drawer.body.findChildren(LeverRow)) == 7
    drawer.arrow.click()
    drawer.arrow.click()
    assert len(drawer.body.findChildren(LeverRow)) == 7


def test_that_a_late_row_shows_what_was_changed_before(qtbot, document):
    panel = LeversPanel(document)
    qtbot.addWidget(panel)
    document.edit("change", with_lever(document.scenario, "voucher_budget.henan", 321))
    _drawer(panel).arrow.click()
    assert panel.row("voucher_budget.henan").field.value() == 321


def test_that_a_fold_counts_changes_it_has_no_rows_for(qtbot, document):
    panel = LeversPanel(document)
    qtbot.addWidget(panel)
    folded = next(key for key, row in model().levers.items() if key not in ON_TOP and not row.index)
    document.edit("change", with_lever(document.scenario, folded, model().levers[folded].high))
    texts = [button.text() for button in panel.findChildren(QToolButton)]
    assert any("1 changed" in text for text in texts)


def test_that_the_tab_key_finds_late_rows_under_their_heading(qtbot, document):
    panel = LeversPanel(document)
    qtbot.addWidget(panel)
    drawer = _drawer(panel)
    drawer.arrow.click()
    follower = drawer.arrow.nextInFocusChain()
    assert follower is not None
    assert drawer.body.isAncestorOf(follower)


def test_that_assumptions_are_made_when_they_are_shown(qtbot, document):
    panel = AssumptionsPanel(document)
    qtbot.addWidget(panel)
    assert panel.widget() is None
    panel.show()
    assert panel.widget() is not None
    hidden = [each for each in panel.sections.values() if each.body.isHidden()]
    assert hidden
    hidden[0].heading.click()
    assert hidden[0].body.findChildren(QWidget)
