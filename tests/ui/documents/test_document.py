"""The document: one way to change it, one step per drag, a title that tells the truth."""

from dataclasses import replace

from planner.model.scenario import Scenario, lever_value, with_figures, with_lever
from planner.model.story.states import step_of
from planner.quantities.spread import Spread


def _moved(document, value, *, final=False, name="alibaba_plan"):
    document.edit("Move", with_lever(document.scenario, name, value), name, final=final)


def test_that_a_drag_is_one_undo_step(document):
    for value in (400, 450, 500):
        _moved(document, value)
    _moved(document, 500, final=True)

    assert document.undo_stack.count() == 1
    assert lever_value(document.scenario, "alibaba_plan") == 500
    document.undo_stack.undo()
    assert document.scenario == Scenario()


def test_that_two_drags_of_one_slider_are_two_steps(document):
    _moved(document, 400)
    _moved(document, 400, final=True)
    _moved(document, 500)
    _moved(document, 500, final=True)

    assert document.undo_stack.count() == 2
    document.undo_stack.undo()
    assert lever_value(document.scenario, "alibaba_plan") == 400


def test_that_a_drag_back_to_its_start_leaves_no_step(document):
    for value in (400, 600, 380):
        _moved(document, value)
    _moved(document, 380, final=True)

    assert document.undo_stack.count() == 0
    assert not document.undo_stack.canUndo()
    assert document.scenario == Scenario()
    assert not document.is_dirty


def test_that_a_drag_through_its_start_is_still_one_step(document):
    for value in (400, 380, 300):
        _moved(document, value)
    _moved(document, 300, final=True)

    assert document.undo_stack.count() == 1
    document.undo_stack.undo()
    assert document.scenario == Scenario()


def test_that_moves_of_different_levers_do_not_merge(document):
    _moved(document, 400)
    _moved(document, 5, name="network_build_time", final=True)
    assert document.undo_stack.count() == 2


def test_that_undo_brings_back_every_part_of_the_scenario(document):
    before = document.scenario
    after = replace(
        with_figures(with_lever(before, "voucher_budget.henan", 70), "as_stated"),
        title="Other",
        notes="n",
        author="a",
        assumptions=(("rent_2025", Spread(0.08, 0.1, 0.2)),),
        seed=7,
        futures=500,
        last_year=2040,
    )
    document.edit("Everything", after)
    assert document.scenario == after
    document.undo_stack.undo()
    assert document.scenario == before
    document.undo_stack.redo()
    assert document.scenario == after


def test_that_a_changed_baseline_is_not_called_the_baseline(document):
    _moved(document, 400, final=True)
    assert document.scenario.title == "My scenario"
    _moved(document, 380, final=True)
    assert document.scenario.title == "Baseline"


def test_that_a_title_somebody_chose_is_kept(document):
    document.edit("Name", replace(document.scenario, title="Mine"))
    _moved(document, 400, final=True)
    _moved(document, 380, final=True)
    assert document.scenario.title == "Mine"


def test_that_an_edit_is_reported_after_it_happened(document):
    seen: list[Scenario] = []
    document.changed.connect(seen.append)
    _moved(document, 400, final=True)
    assert [lever_value(scenario, "alibaba_plan") for scenario in seen] == [400]
    assert seen[0] is document.scenario


def test_that_a_document_tells_when_the_hand_lets_go(document, qtbot):
    _moved(document, 400)
    assert document.is_moving
    with qtbot.waitSignal(document.settled):
        _moved(document, 400, final=True)
    assert not document.is_moving


def test_that_a_saved_document_is_clean_until_the_next_edit(document, tmp_path):
    _moved(document, 400, final=True)
    assert document.is_dirty
    document.mark_saved(tmp_path / "a.scenario.json")
    assert not document.is_dirty
    assert document.file_name == "a.scenario.json"
    document.undo_stack.undo()
    assert document.is_dirty
    document.undo_stack.redo()
    assert not document.is_dirty


def test_that_a_new_document_forgets_the_history_of_the_old_one(document):
    _moved(document, 400, final=True)
    document.replace(Scenario(title="Other"))
    assert document.undo_stack.count() == 0
    assert document.scenario.title == "Other"
    assert not document.is_dirty


def test_that_a_rename_is_no_step_and_is_not_taken_back(document):
    document.edit("Move", with_lever(Scenario(), "alibaba_plan", 500))
    document.rename("Plan A")
    assert document.undo_stack.count() == 1
    document.edit("Move", with_lever(document.scenario, "alibaba_plan", 600))
    document.undo_stack.undo()
    document.undo_stack.undo()
    assert document.scenario == Scenario(title="Plan A")
    document.rename("Plan B")
    document.undo_stack.redo()
    assert document.scenario == with_lever(Scenario(title="Plan B"), "alibaba_plan", 500)


def test_that_an_edit_of_the_title_alone_is_a_rename(document):
    document.edit("Call it otherwise", Scenario(title="Plan A"))
    assert (document.scenario.title, document.undo_stack.count()) == ("Plan A", 0)
    assert document.is_dirty


def test_that_a_bookmark_is_the_same_state_under_a_new_title(document):
    document.tell_story("Star", (step_of(document.scenario, "Start"),))
    document.rename("Plan A")
    assert document.is_starred(document.scenario)
    assert not document.is_starred(with_lever(document.scenario, "alibaba_plan", 900))


def test_that_bookmarks_stay_where_the_history_goes_and_are_taken_back_by_undo(document):
    document.edit("Move", with_lever(document.scenario, "alibaba_plan", 500))
    document.tell_story("Star", (step_of(document.scenario, "Half"),))
    document.edit("Move", with_lever(document.scenario, "alibaba_plan", 900))
    document.go_to(0)
    assert [step.title for step in document.story] == ["Half"]
    document.edit("Move", with_lever(document.scenario, "alibaba_plan", 700))
    assert [step.title for step in document.story] == ["Half"]
    document.undo_stack.undo()
    assert [step.title for step in document.story] == ["Half"]
    document.tell_story("Remove", ())
    document.undo_stack.undo()
    assert [step.title for step in document.story] == ["Half"]
    document.undo_stack.redo()
    assert document.story == ()
