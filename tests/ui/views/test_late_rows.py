"""Rows nobody has looked at are made late, and are then like all others."""

import pytest
from PySide6.QtWidgets import QToolButton, QWidget

from planner.model.graph import model
from planner.model.scenario import with_lever
from ui.views.inputs.groups import assumption_groups, lever_groups
from ui.views.inputs.inputs_panel import InputsPanel
from ui.widgets.rows.drawer import Drawer
from ui.widgets.rows.input_row import InputRow


@pytest.fixture
def panel(qtbot, document):
    made = InputsPanel(document, lever_groups)
    qtbot.addWidget(made)
    made.make_page()
    return made


def _drawer(panel: InputsPanel) -> Drawer:
    return next(each for each in panel.findChildren(Drawer) if each.arrow.isVisibleTo(panel))


def test_that_a_drawer_is_filled_when_it_is_opened(panel):
    drawer = _drawer(panel)
    assert not drawer.body.findChildren(InputRow)
    drawer.arrow.click()
    assert len(drawer.body.findChildren(InputRow)) == 7
    drawer.arrow.click()
    drawer.arrow.click()
    assert len(drawer.body.findChildren(InputRow)) == 7


def test_that_a_late_row_shows_what_was_changed_before(panel, document):
    document.edit("change", with_lever(document.scenario, "voucher_budget.henan", 321))
    _drawer(panel).arrow.click()
    assert panel.row("voucher_budget.henan").field.value() == 321


def test_that_a_fold_counts_changes_it_has_no_rows_for(panel, document):
    folded = next(
        key for key, row in model().levers.items() if not row.is_prominent and not row.index
    )
    document.edit("change", with_lever(document.scenario, folded, model().levers[folded].high))
    texts = [button.text() for button in panel.findChildren(QToolButton)]
    assert any("1 changed" in text for text in texts)


def test_that_the_tab_key_finds_late_rows_under_their_heading(panel):
    drawer = _drawer(panel)
    drawer.arrow.click()
    follower = drawer.arrow.nextInFocusChain()
    assert follower is not None
    assert drawer.body.isAncestorOf(follower)


def test_that_assumptions_are_made_when_they_are_shown(qtbot, document):
    panel = InputsPanel(document, assumption_groups)
    qtbot.addWidget(panel)
    assert panel.widget() is None
    panel.show()
    assert panel.widget() is not None
    hidden = [each for each in panel.sections if each.body.isHidden()]
    assert hidden
    hidden[0].heading.click()
    assert hidden[0].body.findChildren(QWidget)
