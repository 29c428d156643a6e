"""A rename is no step: it is not in the history, not played again, and not taken back."""

from planner.model.scenario import Scenario, with_lever
from planner.model.story.states import state_of, with_state
from ui.views.dialogs.properties import PropertiesDialog


def _with(value, title):
    return with_lever(Scenario(title=title), "alibaba_plan", value)


def test_that_a_rename_is_not_played_again(suanli):
    suanli.window.shelf.scenarios.model.renamed.emit(suanli.document, "Plan A")
    suanli.window.actions_["replay"].trigger()
    assert suanli.window.status.told == "There is no change to play again yet"
    assert suanli.window.shelf.history.model.rowCount() == 1


def test_that_a_bookmark_brings_back_the_state_and_not_the_title(suanli):
    suanli.window.shelf.history.star_current()
    suanli.document.edit("Move", with_state(suanli.document.scenario, _with(500, "Moved")))
    suanli.document.rename("Plan A")
    suanli.window.shelf.history._fill_bookmarks()
    suanli.window.shelf.history.bookmarks.menu().actions()[0].trigger()
    assert state_of(suanli.document.scenario) == state_of(Scenario())
    assert suanli.document.scenario.title == "Plan A"


def test_that_the_properties_rename_without_a_step(suanli):
    suanli.window.actions_["properties"].trigger()
    (dialog,) = suanli.window.findChildren(PropertiesDialog)
    dialog.title_field.setText("Plan A")
    dialog.accept()
    assert (suanli.document.scenario.title, suanli.document.undo_stack.count()) == ("Plan A", 0)
