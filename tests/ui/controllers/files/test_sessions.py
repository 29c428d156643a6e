"""Sessions in the real window: what is open goes into one file, comes back, and is not lost."""

import json
from dataclasses import replace

import pytest
from PySide6.QtWidgets import QFileDialog, QWidget

from planner.files.scenario import scenario_file
from planner.files.session.session import Session, SessionScenario, SessionView
from planner.files.session.session_file import read_session, session_in, write_session
from planner.model.scenario import Scenario, lever_value, with_lever
from planner.studies.cards import Card
from tests.reliability.reading.corpus_sessions import ANSWER, PAINTED, PICTURE
from ui.controllers.files.kept_results import results_on_screen
from ui.controllers.files.read_only_words import reason_not_to_write
from ui.controllers.kept.session_view import view_of
from ui.documents.autosave import entry_of
from ui.documents.locks import Locks
from ui.documents.reading import Reading, read_file
from ui.documents.recovery import Session as Kept
from ui.documents.recovery import bytes_of
from ui.engine.answered import Answered
from ui.print.answers.repainted import reopened
from ui.widgets.question import Question

LEVER = "alibaba_plan"
ONE, TWO, THREE = (
    with_lever(Scenario(title=title), LEVER, value)
    for title, value in (("One", 500), ("Two", 600), ("Three", 700))
)


@pytest.fixture
def path(tmp_path):
    path = tmp_path / "plan.suanli"
    scenarios = tuple(map(SessionScenario, (ONE, TWO, THREE)))
    view = SessionView(current=2, colors=(5, 3, 0), shown=(True, True, False), year=2028)
    write_session(path, Session(scenarios, view))
    return path


def _open(suanli, path):
    suanli.files.open_all([path])
    return suanli.workspace.scenarios


def _scenarios(suanli):
    return [each.scenario for each in suanli.workspace.scenarios]


def _inside(path):
    return [each.scenario for each in read_session(path).contents]


def _answer(suanli, key, name):
    box = suanli.window.findChild(Question, name)
    assert box is not None
    box.choose(key)


def _changed(scenario, value):
    return with_lever(scenario, LEVER, value)


def _said(suanli):
    assert suanli.window.notice.isVisible()
    return suanli.window.notice.sentence.text()


def test_that_a_session_takes_the_place_of_an_untouched_window_and_looks_as_it_was(suanli, path):
    _open(suanli, path)
    listing = suanli.workspace.listing()
    assert [each.scenario for each in listing.scenarios] == [ONE, TWO, THREE]
    assert [each.color for each in listing.scenarios[:2]] == [5, 3]
    assert [each.is_checked for each in listing.scenarios] == [True, True, False]
    assert suanli.document.scenario == TWO
    assert suanli.window.center.year == 2028
    assert not suanli.window.isWindowModified()
    assert suanli.window.windowTitle() == "Two[*] – plan.suanli – Suanli"
    assert suanli.settings.recent_files()[0] == path
    assert suanli.window.status.told == "Opened the session plan.suanli; scenarios: 3"


def test_that_what_is_open_comes_back_with_its_view(suanli, tmp_path):
    center = suanli.window.center
    for scenario in (ONE, TWO):
        suanli.workspace.open(scenario, anew=True)
    center.choose_year(2032)
    center.areas.choose(["beijing", "henan"])
    center.kpis.choose((Card("enterprises"), Card("used_compute", "", 2029)))
    center.choose_view("percent")
    center.charts.arrange("1 x 3")
    center.show_table(True)
    center.compare.choose_levers("chosen other_capex voucher_budget.henan")
    suanli.workspace.paint(suanli.workspace.scenarios[0], 6)
    suanli.workspace.compare_with(suanli.workspace.scenarios[0])
    before = view_of(suanli.window, suanli.workspace)
    assert (before.current, before.against) == (2, 1)
    path = tmp_path / "all.suanli"
    suanli.sessions.save_to(path)
    for document in suanli.workspace.scenarios:
        suanli.workspace.close(document)
    center.choose_year(2026)
    center.areas.choose([])
    center.kpis.choose((Card("jobs"),))
    center.choose_view("absolute")
    center.charts.arrange("2 x 2")
    center.show_table(False)
    center.compare.choose_levers("usual")
    _open(suanli, path)
    assert view_of(suanli.window, suanli.workspace) == before
    assert _scenarios(suanli) == [ONE, TWO]
    assert not suanli.window.notice.isVisible()


def test_that_a_view_of_another_version_is_told_once_and_loses_no_scenario(suanli, path):
    fields = json.loads(path.read_bytes())
    fields["view"] |= {"version": 9, "charts": "moon/", "year": "2030", "lamps": "on"}
    path.write_text(json.dumps(fields))
    _open(suanli, path)
    assert _scenarios(suanli) == [ONE, TWO, THREE]
    assert _said(suanli) == (
        "The view in plan.suanli could not be restored in full: the year, lamps, charts"
    )


def test_that_a_session_is_added_and_doubles_no_scenario(suanli, path, tmp_path):
    file = tmp_path / "one.scenario.json"
    scenario_file.write(file, ONE)
    suanli.files.open_path(file)
    suanli.workspace.open(THREE, anew=True)
    one, three = suanli.workspace.scenarios
    assert len(_open(suanli, path)) == 3
    assert one.path == file
    assert three.path == path
    assert not three.is_dirty
    assert suanli.window.status.told.endswith("; scenarios: 3, already open: 2")


def test_that_one_scenario_is_saved_into_its_session_and_the_others_stay(suanli, path):
    one, two, three = _open(suanli, path)
    for document in (one, two):
        document.edit("Move", _changed(document.scenario, 900))
    suanli.saving.save(one)
    assert _inside(path) == [_changed(ONE, 900), TWO, THREE]
    assert [each.is_dirty for each in (one, two, three)] == [False, True, False]
    suanli.workspace.close(three)
    suanli.saving.save(two)
    assert _inside(path) == [_changed(ONE, 900), _changed(TWO, 900), THREE]


def test_that_saving_two_scenarios_at_once_loses_neither(suanli, path, qtbot):
    one, two, _ = _open(suanli, path)
    for document in (one, two):
        document.edit("Move", _changed(document.scenario, 900))
    suanli.tasks.patience = 0
    suanli.saving.save(one)
    suanli.saving.save(two)
    assert one.is_dirty
    assert two.is_dirty
    with qtbot.waitSignal(suanli.saving.idle):
        assert suanli.saving.has_work()
    assert _inside(path) == [_changed(ONE, 900), _changed(TWO, 900), THREE]
    assert not any(each.is_dirty for each in (one, two))


def test_that_save_session_takes_in_what_has_no_file_and_leaves_files_their_scenarios(
    suanli, path, tmp_path
):
    _open(suanli, path)
    file = tmp_path / "own.scenario.json"
    scenario_file.write(file, replace(ONE, title="Own"))
    suanli.files.open_path(file)
    own = suanli.document
    own.edit("Move", _changed(own.scenario, 1000))
    new = suanli.workspace.begin()
    new.edit("Move", _changed(new.scenario, 100))
    suanli.window.actions_["save_session"].trigger()
    assert _inside(path)[3:] == [own.scenario, new.scenario]
    assert (new.path, new.is_dirty) == (path, False)
    assert (own.path, own.is_dirty) == (file, True)


def test_that_a_window_without_a_session_asks_where_to_save_one(suanli, tmp_path):
    suanli.document.edit("Move", ONE)
    suanli.window.actions_["save_session"].trigger()
    dialog = suanli.window.findChild(QFileDialog)
    dialog.fileSelected.emit(str(tmp_path / "mine"))
    dialog.reject()
    assert _inside(tmp_path / "mine.suanli") == [ONE]
    assert suanli.document.path == tmp_path / "mine.suanli"


def test_that_there_is_no_session_of_the_baseline_alone(suanli):
    suanli.window.actions_["save_session"].trigger()
    assert suanli.window.findChild(QFileDialog) is None
    assert "no scenario" in suanli.window.status.told


def test_that_a_session_saved_under_another_name_moves_its_scenarios(suanli, path, tmp_path):
    documents = _open(suanli, path)
    other = tmp_path / "other.suanli"
    suanli.sessions.save_to(other)
    assert {each.path for each in documents} == {other}
    assert not Locks().take("other window", path).is_refused
    assert Locks().take("other window", other).is_refused


def test_that_opening_a_session_again_brings_back_what_was_closed(suanli, path):
    one, two, _ = _open(suanli, path)
    suanli.workspace.close(two)
    _open(suanli, path)
    assert _scenarios(suanli) == [ONE, THREE, TWO]
    assert suanli.document is one
    for document in suanli.workspace.scenarios:
        suanli.workspace.close(document)
    assert not Locks().take("other window", path).is_refused


def test_that_a_session_that_another_window_writes_is_opened_to_look_at(suanli, path):
    other = Locks()
    assert other.take("other window", path).state == "held"
    _open(suanli, path)
    _answer(suanli, "read_only", "taken")
    documents = suanli.workspace.scenarios
    assert len(documents) == 3
    assert all(each.place.read_only for each in documents)
    documents[0].edit("Move", _changed(ONE, 900))
    suanli.saving.save(documents[0])
    assert suanli.window.findChild(QFileDialog) is not None
    assert _inside(path) == [ONE, TWO, THREE]


def test_that_a_session_with_a_broken_scenario_is_never_written(suanli, path):
    fields = json.loads(path.read_bytes())
    fields["scenarios"][0]["levers"] = {LEVER: -1}
    path.write_text(json.dumps(fields))
    before = path.read_bytes()
    one, _ = _open(suanli, path)
    assert "levers.alibaba_plan is -1" in _said(suanli)
    assert one.place.read_only.startswith("one of its scenarios cannot be read")
    one.edit("Move", _changed(TWO, 900))
    suanli.window.actions_["save_session"].trigger()
    assert suanli.window.findChild(QFileDialog) is not None
    assert path.read_bytes() == before


def test_that_a_session_changed_by_others_is_not_replaced_unasked(suanli, path):
    one, *_ = _open(suanli, path)
    write_session(path, Session((SessionScenario(THREE),)))
    one.edit("Move", _changed(ONE, 900))
    suanli.saving.save(one)
    assert _inside(path) == [THREE]
    _answer(suanli, "replace", "overwriting")
    assert _inside(path) == [_changed(ONE, 900), TWO, THREE]
    assert not one.is_dirty


def test_that_a_session_changed_by_others_is_taken_over_scenario_by_scenario(suanli, path):
    one, two, three = _open(suanli, path)
    four = replace(ONE, title="Four")
    inside = (_changed(TWO, 900), ONE, four)
    write_session(path, Session(tuple(map(SessionScenario, inside))))
    suanli.watch.check()
    assert one.place.outside == "changed"
    suanli.files.reload(one)
    assert (one.scenario, two.scenario) == (ONE, _changed(TWO, 900))
    assert (three.path, three.is_dirty) == (None, True)
    assert _scenarios(suanli)[-1] == four
    assert not any(each.is_dirty for each in (one, two))


def test_that_a_full_or_read_only_place_leaves_work_unsaved_and_says_so(suanli, path, monkeypatch):
    one, *_ = _open(suanli, path)
    before = path.read_bytes()
    one.edit("Move", _changed(ONE, 900))
    suanli.workspace.switch(one)
    path.unlink()
    path.mkdir()
    suanli.saving.save(one)
    _answer(suanli, "replace", "overwriting")
    assert "failed" in suanli.window.bars.bars
    assert one.is_dirty
    path.rmdir()
    path.write_bytes(before)
    suanli.saving.save(one)
    assert _inside(path)[0] == _changed(ONE, 900)


def test_that_closing_the_window_saves_every_scenario_of_a_session(suanli, path):
    for document in _open(suanli, path):
        document.edit("Move", _changed(document.scenario, 900))
    suanli.window.close()
    _answer(suanli, "save", "closing")
    assert not suanli.window.isVisible()
    assert _inside(path) == [_changed(each, 900) for each in (ONE, TWO, THREE)]


def test_that_work_of_a_program_that_died_goes_back_into_its_session(suanli, path):
    _, two, _ = _open(suanli, path)
    two.edit("Move", _changed(TWO, 900))
    kept = bytes_of(entry_of(two))
    two.undo_stack.undo()
    for document in suanli.workspace.scenarios:
        suanli.workspace.close(document)
    left = Kept(suanli.autosave.session.root, "left")
    left.write("0", kept)
    left.release()
    suanli.recovering.offer()
    suanli.recovering.recover()
    assert _scenarios(suanli) == [ONE, _changed(TWO, 900), THREE]
    assert [each.is_dirty for each in suanli.workspace.scenarios] == [False, True, False]
    suanli.saving.save(suanli.workspace.scenarios[1])
    assert _inside(path) == [ONE, _changed(TWO, 900), THREE]


def test_that_recovered_work_never_replaces_a_session_that_holds_it_no_more(suanli, path):
    _, two, _ = _open(suanli, path)
    two.edit("Move", _changed(TWO, 900))
    kept = bytes_of(entry_of(two))
    two.undo_stack.undo()
    for document in suanli.workspace.scenarios:
        suanli.workspace.close(document)
    write_session(path, Session((SessionScenario(ONE),)))
    left = Kept(suanli.autosave.session.root, "left")
    left.write("0", kept)
    left.release()
    suanli.recovering.offer()
    suanli.recovering.recover()
    assert suanli.document.scenario == _changed(TWO, 900)
    assert (suanli.document.path, suanli.document.is_dirty) == (None, True)
    assert _inside(path) == [ONE]


def test_that_save_all_saves_files_and_sessions_and_asks_for_the_rest_in_turn(suanli, tmp_path):
    file = tmp_path / "one.scenario.json"
    scenario_file.write(file, ONE)
    suanli.files.open_path(file)
    suanli.document.edit("Move", _changed(ONE, 900))
    for scenario in (TWO, THREE):
        suanli.workspace.open(anew=True).edit("Move", scenario)
    suanli.window.actions_["save_all"].trigger()
    assert lever_value(scenario_file.read(file), LEVER) == 900
    for name in ("two", "three"):
        dialogs = [each for each in suanli.window.findChildren(QFileDialog) if each.isVisible()]
        assert len(dialogs) == 1
        dialogs[0].fileSelected.emit(str(tmp_path / f"{name}.scenario.json"))
        dialogs[0].reject()
    assert not any(each.is_dirty for each in suanli.workspace.documents)
    assert scenario_file.read(tmp_path / "two.scenario.json") == TWO


def test_that_save_all_puts_what_has_no_file_into_the_open_session(suanli, path):
    _open(suanli, path)
    new = suanli.workspace.begin()
    new.edit("Move", _changed(new.scenario, 100))
    suanli.window.actions_["save_all"].trigger()
    assert suanli.window.findChild(QFileDialog) is None
    assert session_in(path.read_bytes(), "").session.scenarios[-1].scenario == new.scenario
    assert not new.is_dirty


def test_that_a_session_keeps_the_key_figures_of_the_run_on_screen(drawn, tmp_path):
    path = tmp_path / "run.suanli"
    drawn.workspace.open(Scenario(title="As the baseline"), anew=True)
    drawn.sessions.save_to(path)
    kept = results_on_screen(drawn.published, Scenario(title="As the baseline"))
    assert kept is not None
    assert read_session(path).contents[0].results == kept
    assert results_on_screen(drawn.published, ONE) is None


def test_that_a_session_of_tomorrow_is_read_only_and_says_what_a_copy_lacks(suanli, path):
    fields = json.loads(path.read_bytes())
    fields["scenarios"][0] |= {"version": 99, "moods": 1}
    path.write_text(json.dumps(fields))
    documents = _open(suanli, path)
    reading = read_file(path, Locks(), "look")
    assert isinstance(reading, Reading)
    reason = reason_not_to_write(reading)
    assert reason.startswith("made by a newer version (format 99)")
    assert reason.endswith("A copy leaves out what is unknown here: moods")
    assert {each.place.read_only for each in documents} == {reason}


def test_that_several_files_open_at_once_from_one_dialog(suanli, tmp_path, path):
    file = tmp_path / "own.scenario.json"
    scenario_file.write(file, replace(ONE, title="Own"))
    suanli.window.actions_["open"].trigger()
    dialog = suanli.window.findChild(QFileDialog)
    assert dialog.fileMode() == QFileDialog.FileMode.ExistingFiles
    dialog.filesSelected.emit([str(file), str(path)])
    dialog.reject()
    assert [each.title for each in _scenarios(suanli)] == ["Own", "One", "Two", "Three"]


def test_that_recent_sessions_stand_apart(suanli, tmp_path, path):
    file = tmp_path / "own.scenario.json"
    scenario_file.write(file, ONE)
    _open(suanli, path)
    suanli.files.open_path(file)
    menu = suanli.window.menus["recent"]
    menu.aboutToShow.emit()
    texts = [each.text() if not each.isSeparator() else "-" for each in menu.actions()]
    assert texts == ["own.scenario.json", "-", "plan.suanli"]


def test_that_answers_are_saved_with_a_session_and_come_back(suanli, path, tmp_path):
    answers = suanli.sessions.answers
    _open(suanli, path)
    answers.keep([Answered(ANSWER)])
    other = tmp_path / "answers.suanli"
    suanli.sessions.save_to(other)
    assert session_in(other.read_bytes(), "s.suanli").answers == (ANSWER,)
    answers.clear()
    for document in suanli.workspace.scenarios:
        suanli.workspace.close(document)
    _open(suanli, other)
    assert [each.answer for each in answers.all] == [ANSWER]


def test_that_the_contents_of_reports_are_saved_with_a_session_and_come_back(
    suanli, path, tmp_path
):
    answers, other = suanli.sessions.answers, tmp_path / "report.suanli"
    _open(suanli, path)
    answers.keep([Answered(ANSWER), Answered(replace(ANSWER, study="matters"))])
    chosen = "2 -1 summary charts -comparison dates care story"
    answers.restore_report(chosen, (each.answer for each in answers.all))
    assert answers.report_text == chosen
    suanli.sessions.save_to(other)
    assert session_in(other.read_bytes(), "s.suanli").view.report == chosen
    answers.restore_report("", ())
    suanli.workspace.close(suanli.workspace.scenarios[0])
    for document in suanli.workspace.scenarios:
        suanli.workspace.close(document)
    _open(suanli, other)
    assert answers.report_text == chosen


def test_that_answers_in_no_file_are_asked_about_before_the_window_closes(suanli, tmp_path):
    suanli.workspace.open(ONE)
    suanli.document.mark_saved(tmp_path / "one.scenario.json", None)
    suanli.sessions.answers.keep([Answered(ANSWER)])
    assert not suanli.window.close()
    _answer(suanli, "cancel", "answers")
    assert suanli.window.isVisible()
    assert not suanli.window.close()
    _answer(suanli, "save", "answers")
    suanli.window.findChild(QFileDialog).fileSelected.emit(str(tmp_path / "kept"))
    assert session_in((tmp_path / "kept.suanli").read_bytes(), "s").answers == (ANSWER,)
    assert not suanli.window.isVisible()


def test_that_answers_of_the_baseline_alone_are_given_up_by_word_only(suanli):
    suanli.sessions.answers.keep([Answered(ANSWER)])
    assert not suanli.window.close()
    (box,) = suanli.window.findChildren(Question)
    assert "as soon as a scenario is open" in box.text()
    assert {each.objectName() for each in box.buttons()} == {"cancel", "discard"}
    box.choose("discard")
    assert not suanli.window.isVisible()


def test_that_answers_of_a_session_that_was_closed_are_no_loss(suanli, path):
    _open(suanli, path)
    suanli.sessions.answers.keep([Answered(ANSWER)])
    suanli.sessions.save()
    for document in suanli.workspace.scenarios:
        suanli.workspace.close(document)
    assert suanli.window.close()


def test_that_an_answer_comes_back_with_its_picture(suanli, path):
    suanli.sessions.answers.keep([reopened(PAINTED)])
    _open(suanli, path)
    suanli.sessions.save_to(path)
    suanli.sessions.answers.clear()
    for document in suanli.workspace.scenarios:
        suanli.workspace.close(document)
    _open(suanli, path)
    (kept,) = suanli.sessions.answers.all
    assert kept.answer == PAINTED
    assert kept.paint is not None
    assert kept.aspect == PICTURE.height / PICTURE.width


def test_that_return_discards_nothing(qtbot):
    parent = QWidget()
    qtbot.addWidget(parent)
    box = Question(parent, "answers", "Some answers")
    box.offer_loss("discard", "Discard")
    assert box.defaultButton().objectName() == "cancel"
    box.offer("save", "Save", is_default=True)
    assert box.defaultButton().objectName() == "save"
