"""Several scenarios at once, their list, and the history of the one on screen."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QAbstractItemModelTester, QTest

from planner.ensemble.many import Projector
from planner.ensemble.projection import Request
from planner.files.scenario.picture import with_scenarios
from planner.files.scenario.png_text import with_text
from planner.files.scenario.scenario_file import to_bytes, write
from planner.model.scenario import (
    Scenario,
    lever_value,
    with_assumption,
    with_figures,
    with_lever,
    with_target,
)
from planner.model.story.states import state_of, with_state
from planner.model.targets.target import Target
from planner.quantities.spread import Spread
from planner.studies.between import between
from planner.studies.cards import Card
from planner.studies.key_figures import CARDS
from tests.some import some
from ui.documents.resets import reset
from ui.engine.effects import Effect, Effects, effect_text
from ui.items.history import CHANGE, EFFECT, PLACE, STARRED, TITLE
from ui.wording.key_figures import december
from ui.wording.moves import difference_in_words, move_of
from ui.wording.numbers import Numerals, signed

LEFT = Qt.MouseButton.LeftButton
FATAL = QAbstractItemModelTester.FailureReportingMode.Fatal

FUND = "local_fund.beijing"


def _with(value, title="Moved"):
    return with_lever(Scenario(title=title), "alibaba_plan", value)


def _curves(suanli):
    return [curve.name for curve in suanli.window.center.charts.views[0].picture.curves]


def test_that_all_visible_scenarios_are_drawn_with_their_bands(drawn, qtbot):
    first = drawn.document
    first.edit("Move", _with(900, "First"))
    drawn.workspace.open(_with(200, "Second"))
    qtbot.waitUntil(lambda: {"First", "Second"} <= set(_curves(drawn)), timeout=20_000)
    qtbot.waitUntil(lambda: drawn.live.state == "held", timeout=20_000)
    other = next(
        curve
        for curve in drawn.window.center.charts.views[0].picture.curves
        if curve.name == "First"
    )
    assert other.light
    assert other.bands is not None
    drawn.workspace.draw(first, False)
    qtbot.waitUntil(lambda: "First" not in _curves(drawn), timeout=20_000)


def _draw_three(suanli, qtbot, path, colors=(0, 1, 2)):
    """Export what three scenarios look like together, the first of them on screen."""
    first = suanli.document
    first.edit("Move", _with(900, "First"))
    for value, title in ((200, "Second"), (300, "Third")):
        suanli.workspace.open(_with(value, title))
    suanli.workspace.switch(first)
    for document, color in zip(suanli.workspace.documents, colors, strict=True):
        suanli.workspace.paint(document, color)
    qtbot.waitUntil(lambda: {"First", "Second", "Third"} <= set(_curves(suanli)), timeout=20_000)
    qtbot.waitUntil(lambda: suanli.live.state == "held", timeout=20_000)
    with qtbot.waitSignal(suanli.exports.done, timeout=20_000):
        suanli.exports.write_chart(0, path)
    return tuple(document.scenario for document in suanli.workspace.documents)


def test_that_a_picture_of_three_scenarios_opens_as_three(drawn, qtbot, tmp_path):
    path = tmp_path / "three.png"
    three = _draw_three(drawn, qtbot, path, colors=(4, 0, 2))
    for document in list(drawn.workspace.documents):
        drawn.workspace.close(document)
    assert [each.scenario for each in drawn.workspace.documents] == [Scenario()]
    told: list[str] = []
    drawn.files.done.connect(told.append)
    assert drawn.files.open_path(path) is False  # a picture is no place to save to
    qtbot.waitUntil(lambda: len(drawn.workspace.documents) == 3, timeout=20_000)
    assert tuple(each.scenario for each in drawn.workspace.documents) == three
    assert drawn.document.scenario == three[0]
    assert [each.color for each in drawn.workspace.listing().scenarios] == [4, 0, 2]
    assert all(each.path is None for each in drawn.workspace.documents)
    assert told[-1] == "Opened the 3 scenarios that drew three.png"
    assert not drawn.window.notice.isVisible()


def test_that_a_broken_scenario_in_a_picture_is_told_and_the_others_open(drawn, qtbot, tmp_path):
    parts = [to_bytes(_with(200, "Good")), b'{"title": 5}', to_bytes(_with(300, "Better"))]
    path = tmp_path / "broken.png"
    image = QImage(1, 1, QImage.Format.Format_RGB32)
    assert image.save(str(path))
    path.write_bytes(with_text(path.read_bytes(), b"[" + b",".join(parts) + b"]", "broken.png"))
    drawn.files.open_path(path)
    qtbot.waitUntil(drawn.window.notice.isVisible, timeout=20_000)
    assert "broken.png (2/3)" in drawn.window.notice.sentence.text()
    titles = [each.scenario.title for each in drawn.workspace.documents]
    assert titles == ["Good", "Better"]


def _picture_of(path, *scenarios):
    image = QImage(1, 1, QImage.Format.Format_RGB32)
    assert image.save(str(path))
    path.write_bytes(with_scenarios(path.read_bytes(), scenarios))
    return path


def _titles(suanli):
    return [each.scenario.title for each in suanli.workspace.documents]


def test_that_a_picture_opened_or_dropped_again_doubles_nothing(drawn, qtbot, tmp_path):
    three = tuple(_with(value, title) for value, title in ((200, "A"), (300, "B"), (400, "C")))
    path = _picture_of(tmp_path / "three.png", *three)
    told: list[str] = []
    drawn.files.done.connect(told.append)
    drawn.files.open_path(path)
    qtbot.waitUntil(lambda: _titles(drawn) == ["A", "B", "C"], timeout=20_000)
    drawn.workspace.switch(drawn.workspace.documents[2])
    drawn.files.open_dropped([path.as_uri(), _copy(path).as_uri()])
    qtbot.waitUntil(lambda: told[-1] == "What drew again.png is open already", timeout=20_000)
    assert _titles(drawn) == ["A", "B", "C"]
    assert drawn.document.scenario == three[0]


def _copy(path):
    copy = path.with_name("again.png")
    copy.write_bytes(path.read_bytes())
    return copy


def test_that_what_was_changed_since_comes_back_beside_the_change(drawn, qtbot, tmp_path):
    two = (_with(200, "A"), _with(300, "B"))
    path = _picture_of(tmp_path / "two.png", *two)
    drawn.files.open_path(path)
    qtbot.waitUntil(lambda: _titles(drawn) == ["A", "B"], timeout=20_000)
    changed = _with(900, "B")
    drawn.workspace.documents[1].edit("Change", changed)
    drawn.files.open_path(path)
    qtbot.waitUntil(lambda: len(drawn.workspace.documents) == 3, timeout=20_000)
    assert [each.scenario for each in drawn.workspace.documents] == [two[0], changed, two[1]]


def test_that_a_file_that_became_a_picture_of_several_reloads_all_of_them(drawn, qtbot, tmp_path):
    path = tmp_path / "a.scenario.json"
    write(path, _with(100, "Old"))
    drawn.files.open_path(path)
    qtbot.waitUntil(lambda: _titles(drawn) == ["Old"], timeout=20_000)
    picture = _picture_of(tmp_path / "p.png", _with(200, "A"), _with(300, "B"))
    path.write_bytes(picture.read_bytes())
    drawn.files.reload(drawn.document)
    qtbot.waitUntil(lambda: _titles(drawn) == ["A", "B"], timeout=20_000)
    assert drawn.document.scenario.title == "A"
    assert all(each.path is None for each in drawn.workspace.documents)
    drawn.files.open_path(picture)
    qtbot.waitUntil(lambda: len(drawn.workspace.documents) == 2, timeout=20_000)
    drawn.document.undo_stack.undo()
    assert drawn.document.scenario.title == "Old"


def test_that_scenarios_of_one_title_all_open_and_that_is_said(drawn, qtbot, tmp_path):
    path = _picture_of(tmp_path / "alike.png", _with(200, "Same"), _with(300, "Same"))
    drawn.files.open_path(path)
    qtbot.waitUntil(drawn.window.notice.isVisible, timeout=20_000)
    assert drawn.window.notice.sentence.text() == (
        f"{path} carries different scenarios that are both called “Same”; all of them are open"
    )
    assert _titles(drawn) == ["Same", "Same"]


@pytest.mark.parametrize(
    ("spoil", "sentence"),
    [
        (
            lambda data: data.replace(b"alibaba_plan", b"alibaba_plom"),
            "bad.png is a damaged picture; its scenario cannot be read",
        ),
        (
            lambda data: with_text(data, b"[" + b",".join([b"{}"] * 51) + b"]", "bad.png"),
            "bad.png carries 51 scenarios; there must be at most 50",
        ),
    ],
    ids=["a damaged chunk", "51 scenarios"],
)
def test_that_a_list_that_cannot_be_read_is_one_sentence_and_opens_nothing(
    drawn, qtbot, tmp_path, spoil, sentence
):
    path = _picture_of(tmp_path / "bad.png", _with(200, "A"), _with(300, "B"))
    path.write_bytes(spoil(path.read_bytes()))
    drawn.files.open_path(path)
    qtbot.waitUntil(drawn.window.notice.isVisible, timeout=20_000)
    assert drawn.window.notice.sentence.text() == f"{tmp_path}/{sentence}"
    assert [each.scenario for each in drawn.workspace.documents] == [Scenario()]


def _values(suanli):
    return [card.shown.value for card in suanli.window.center.kpis.cards]


def test_that_cards_tell_nothing_of_the_scenario_before(drawn, qtbot):
    before = _values(drawn)
    assert "…" not in before
    drawn.workspace.open(_with(1200, "Other"))
    drawn.conductor.drop_stale()  # as after a moment in which no run has come
    assert set(_values(drawn)) == {"…"}
    qtbot.waitUntil(lambda: "…" not in _values(drawn), timeout=20_000)
    drawn.conductor.drop_stale()
    assert "…" not in _values(drawn)
    assert _values(drawn) != before


def test_that_each_scenario_keeps_its_own_undo(suanli):
    first = suanli.document
    first.edit("Move", _with(500))
    second = suanli.workspace.open(_with(600, "Second"))
    second.edit("Move", _with(700, "Second"))
    suanli.window.actions_["undo"].trigger()
    assert second.scenario == _with(600, "Second")
    assert first.scenario == _with(500)
    suanli.workspace.switch(first)
    assert suanli.window.side.levers.row("alibaba_plan").field.value() == 500
    suanli.window.actions_["undo"].trigger()
    assert first.scenario == Scenario()


def test_that_new_scenarios_get_titles_that_differ(suanli):
    for _ in range(3):
        suanli.window.actions_["new"].trigger()
        suanli.document.edit("Move", with_lever(suanli.document.scenario, "network_build_time", 9))
    titles = [document.scenario.title for document in suanli.workspace.documents]
    assert titles == ["My scenario", "My scenario 2", "My scenario 3"]


def test_that_at_most_as_many_are_drawn_as_can_be_told_apart(suanli):
    for number in range(12):
        suanli.workspace.open(_with(400 + number, f"S{number}"))
    drawn = suanli.workspace.others_drawn()
    colors = [suanli.workspace.color(document) for document in drawn]
    assert len(colors) == len(set(colors)) == 7
    hidden = next(d for d in suanli.workspace.documents if not suanli.workspace.is_drawn(d))
    model = suanli.window.shelf.scenarios.model
    checked = Qt.ItemDataRole.CheckStateRole
    assert not model.setData(model.index_of(hidden), Qt.CheckState.Checked, checked)
    assert "uncheck" in suanli.window.status.told
    suanli.workspace.draw(drawn[0], False)
    assert suanli.workspace.draw(hidden, True)
    assert len({suanli.workspace.color(d) for d in suanli.workspace.others_drawn()}) == 7


def test_that_a_scenario_keeps_its_color_whichever_is_on_screen(drawn, qtbot):
    first = drawn.document
    first.edit("Move", _with(500, "First"))
    second = drawn.workspace.open(_with(600, "Second"), anew=True)
    colors = {each: drawn.workspace.color(each) for each in (first, second)}
    assert len(set(colors.values())) == 2
    for current in (first, second, first):
        drawn.workspace.switch(current)
        title = current.scenario.title

        def is_drawn(title=title):
            curves = drawn.window.center.charts.views[0].picture.curves
            own = {curve.name: curve.color for curve in curves if not curve.light}
            return title in own

        qtbot.waitUntil(is_drawn, timeout=20_000)
        shown = {c.name: c.color for c in drawn.window.center.charts.views[0].picture.curves}
        assert (shown["First"], shown["Second"]) == (colors[first], colors[second])


def test_that_a_scenario_that_comes_on_screen_has_a_color_of_its_own(suanli):
    for number in range(10):
        suanli.workspace.open(_with(400 + number, f"S{number}"))
    for document in some(suanli.workspace.documents):
        suanli.workspace.switch(document)
        drawn = (document, *suanli.workspace.others_drawn())
        assert len({suanli.workspace.color(each) for each in drawn}) == len(drawn) >= 7


def test_that_the_list_switches_by_click_and_draws_by_its_mark(suanli):
    first = suanli.document
    first.edit("Move", _with(500))
    second = suanli.workspace.open(_with(600, "Second"))
    listed = suanli.window.shelf.scenarios
    QAbstractItemModelTester(listed.model, FATAL, suanli.window)
    row = listed.view.visualRect(listed.model.index_of(first))
    mark, title = row.topLeft() + QPoint(16, 12), row.topLeft() + QPoint(80, 12)
    QTest.mouseClick(listed.view.viewport(), LEFT, pos=mark)
    assert suanli.document is second
    assert not suanli.workspace.is_drawn(first)
    QTest.mouseClick(listed.view.viewport(), LEFT, pos=title)
    assert suanli.document is first
    assert suanli.workspace.is_drawn(first)


def test_that_a_scenario_is_renamed_in_its_place_and_the_list_marks_changes(suanli):
    model = suanli.window.shelf.scenarios.model
    suanli.window.actions_["new"].trigger()
    index = model.index_of(suanli.document)
    assert model.data(index) == "My scenario"
    assert model.setData(index, "  Plan A  ")
    assert suanli.document.scenario.title == "Plan A"
    assert model.data(model.index_of(suanli.document)) == "• Plan A"
    model.setData(index, "bad\u202ename")
    assert suanli.document.scenario.title == "Plan A"
    assert "U+202E" in suanli.window.status.told
    assert not suanli.window.actions_["undo"].isEnabled()
    assert not suanli.document.undo_stack.count()


def test_that_a_duplicate_is_a_scenario_of_its_own(suanli):
    suanli.document.edit("Move", _with(500, "Plan"))
    suanli.window.actions_["duplicate"].trigger()
    suanli.window.actions_["duplicate"].trigger()
    titles = [document.scenario.title for document in suanli.workspace.documents]
    assert titles == ["Plan", "Plan (2)", "Plan (3)"]
    assert lever_value(suanli.document.scenario, "alibaba_plan") == 500
    assert suanli.document.path is None
    assert suanli.document.is_dirty


def _history(suanli):
    panel = suanli.window.shelf.history
    panel.refresh()
    return panel, panel.model


def test_that_the_history_tells_moves_in_the_words_of_the_rows(suanli):
    scenario = with_lever(Scenario(), "alibaba_plan", 760)
    suanli.document.edit("Move", scenario)
    scenario = with_lever(scenario, "voucher_budget.shanghai", 900)
    suanli.document.edit("Move", scenario)
    suanli.document.edit("Move", with_assumption(scenario, "crowd_in", Spread(3, 5, 7)))
    _, model = _history(suanli)
    QAbstractItemModelTester(model, FATAL, suanli.window)
    told = [(model.index(row).data(TITLE), model.index(row).data(CHANGE)) for row in range(4)]
    assert told[1] == ("Voucher budget, Shanghai", "600 → 900 M CNY/yr")
    assert told[2] == ("Alibaba's plan", "380 → 760 bn CNY")
    assert told[3] == ("Opened the baseline", "")
    assert " / 5 / 7" in told[0][1]
    suanli.document.undo_stack.undo()
    _history(suanli)
    assert [model.index(row).data(PLACE) for row in range(4)] == [-1, 0, 1, 1]


def test_that_a_step_tells_what_it_did_to_the_key_figure(drawn, qtbot):
    drawn.document.edit("Move", with_lever(Scenario(), "alibaba_plan", 1200))
    panel, model = _history(drawn)
    qtbot.waitUntil(lambda: bool(model.index(0).data(EFFECT)), timeout=20_000)
    before = model.index(0).data(EFFECT)
    assert before[0] in "+−"
    panel.kpi.menu().actions()[CARDS.index("deliverable_compute")].trigger()
    assert model.index(0).data(EFFECT) != before
    assert "EFLOPS" in model.index(0).data(EFFECT)
    drawn.window.center.kpis.choose([Card("deliverable_compute")])
    (card,) = drawn.window.center.kpis.cards
    qtbot.waitUntil(lambda: card.shown.share != "", timeout=20_000)
    assert model.index(0).data(EFFECT).split()[0] == card.shown.difference


def test_that_a_click_on_a_step_leads_to_its_control(suanli):
    scenario = with_lever(Scenario(), "voucher_budget.henan", 90)
    suanli.document.edit("Move", scenario)
    suanli.document.edit("Move", with_assumption(scenario, "crowd_in", Spread(3, 5, 7)))
    panel, model = _history(suanli)
    for row, name in ((1, "voucher_budget.henan"), (0, "crowd_in")):
        place = panel.view.visualRect(model.index(row)).topLeft() + QPoint(40, 12)
        QTest.mouseClick(panel.view.viewport(), LEFT, pos=place)
        side = suanli.window.side
        control = (side.levers if row else side.assumptions).row(name)
        assert control.isVisible()
        assert suanli.window.focusWidget() is control.slider


def test_that_a_state_is_reached_by_a_click(suanli):
    for value in (400, 500, 600):
        suanli.document.edit("Move", _with(value))
    panel, model = _history(suanli)
    for row, value, steps in ((2, 400, 1), (0, 600, 3)):
        place = panel.view.visualRect(model.index(row)).topLeft() + QPoint(40, 12)
        QTest.mouseClick(panel.view.viewport(), LEFT, pos=place)
        assert suanli.document.scenario == _with(value)
        assert suanli.document.undo_stack.index() == steps


def test_that_a_click_on_the_first_state_leads_back_to_the_baseline(suanli):
    suanli.document.edit("Move", _with(400, "Baseline"))
    panel, model = _history(suanli)
    panel.view.clicked.emit(model.index(1))
    assert suanli.workspace.baseline is suanli.document
    panel.view.clicked.emit(model.index(0))
    assert suanli.document.scenario.title == "My scenario"


def test_that_a_starred_state_comes_back_as_a_step_that_can_be_undone(suanli):
    suanli.document.edit("Move", _with(400))
    suanli.window.actions_["star"].trigger()
    suanli.document.go_to(0)
    suanli.document.edit("Move", with_state(suanli.document.scenario, _with(900)))
    panel, model = _history(suanli)
    assert not model.index(0).data(STARRED)
    panel.bookmarks.menu().aboutToShow.emit()
    entry, *_ = panel.bookmarks.menu().actions()
    assert entry.text() == f"1  {suanli.document.story[0].title}"
    entry.trigger()
    assert state_of(suanli.document.scenario) == state_of(_with(400))
    panel.refresh()
    assert model.current().data(STARRED)
    suanli.document.undo_stack.undo()
    assert state_of(suanli.document.scenario) == state_of(_with(900))


def test_that_a_replay_shows_the_state_before_and_then_the_one_after(drawn, qtbot):
    drawn.document.edit("Move", _with(1200))
    qtbot.waitUntil(lambda: drawn.live.state == "held", timeout=20_000)
    seen = []
    drawn.live.projected.connect(
        lambda answer: seen.append(lever_value(answer.projection.scenario, "alibaba_plan"))
    )
    drawn.window.actions_["replay"].trigger()
    qtbot.waitUntil(lambda: 1200 in seen, timeout=20_000)
    assert seen[0] == 380
    assert seen == sorted(seen)
    assert any(380 < value < 1200 for value in seen)
    assert drawn.document.scenario == _with(1200)


def test_that_states_on_the_way_are_between_the_two():
    old, new = Scenario(), with_assumption(_with(580), "crowd_in", Spread(3, 5, 7))
    half = between(old, new, 0.5)
    assert lever_value(half, "alibaba_plan") == 480
    assert between(old, new, 1) == new
    assert between(old, new, 0).levers == old.levers


def test_that_moves_of_many_areas_and_of_headings_have_words():
    many = with_lever(with_lever(Scenario(), "subsidy_rate.henan", 0.6), "subsidy_rate.ningbo", 0.6)
    assert "mean of the places" in move_of("Move", Scenario(), many).title
    assert move_of("X", Scenario(), replace(Scenario(), seed=7)).change == "2025 → 7"
    printed = with_figures(Scenario(), "as_stated")
    assert "→ as printed in the articles" in move_of("X", Scenario(), printed).change
    both = with_lever(many, "network_build_time", 8)
    assert move_of("Reset", Scenario(), both) == move_of("Reset", Scenario(), both)
    assert move_of("Reset", Scenario(), both).change == "3 values"


def test_that_few_differences_are_told_from_what_to_what_and_many_by_count():
    one = with_lever(Scenario(), "center_sellable_target", 0.6)
    assert difference_in_words(one, Scenario()) == "What centers can sell 65 → 60%"
    back = difference_in_words(Scenario(), one)
    assert back == "What centers can sell 60 → 65%"
    told = difference_in_words(with_figures(one, "as_stated"), Scenario())
    figures, lever, *_ = told.split("; ")
    assert figures == "Beijing's figures checked → as printed in the articles"
    assert lever.startswith("What centers can sell")
    many = with_assumption(
        with_lever(_with(580), "network_build_time", 8), "crowd_in", Spread(3, 5, 7)
    )
    told = difference_in_words(many, Scenario())
    assert told.startswith("changed levers: 2; changed assumptions: 1; Alibaba's plan, ")
    assert "…" not in told
    more = difference_in_words(with_lever(many, "other_capex", 600), Scenario())
    assert more.endswith(" and 1 more")
    assert difference_in_words(replace(one, title="X"), one) == "title, notes or settings"
    wanted = with_target(one, Target("enterprises", "at least", 9000.0, year=2030))
    assert difference_in_words(wanted, one) == "targets"


def test_that_effects_are_told_in_the_unit_of_the_card():
    from ui.wording.numbers import ENGLISH_NUMERALS as ENGLISH

    assert effect_text("enterprises", Effect(1000.0, 2234.4, 1234.4), ENGLISH) == "+1,234"
    assert effect_text("utilization", Effect(0.5, 0.45, -0.05), ENGLISH) == "−5.0 points"
    assert effect_text("enterprises", Effect(7.0, 7.0, 0.0), ENGLISH) == "no change"
    assert effect_text("alibaba_payback", Effect(3.0, 5.0, 2.0), ENGLISH) == "+2.00 years"
    assert effect_text("enterprises", Effect(9000.0, 9007.0, 6.69), ENGLISH) == "+7"
    assert effect_text("enterprises", Effect(9000.0, 9000.0, 0.02), ENGLISH) == "no change"


def test_that_a_step_that_moves_single_futures_alone_is_told_by_a_zero_as_on_cards():
    from ui.wording.numbers import ENGLISH_NUMERALS as ENGLISH

    unsure = Effect(9000.0, 9000.0, 0.02, (-30.0, 40.0))
    assert effect_text("enterprises", unsure, ENGLISH) == "0"
    unknown = Effect(9000.0, 9000.0, 0.02, (float("nan"), 40.0))
    assert effect_text("enterprises", unknown, ENGLISH) == "no change"


def test_that_a_step_to_other_futures_is_told_by_the_change_of_the_median(drawn, qtbot):
    drawn.document.edit("As drawn", Scenario(draws="as drawn"))
    _, model = _history(drawn)
    assert model.index(0).data(TITLE) == "Futures"
    assert model.index(0).data(CHANGE) == "Fit 2025–26 → As drawn"
    qtbot.waitUntil(lambda: bool(model.index(0).data(EFFECT)), timeout=20_000)
    lines = [
        Projector().project(Scenario(draws=draws), (Request("enterprises"),)).series
        for draws in ("conditioned", "as drawn")
    ]
    was, now = (float(each[Request("enterprises")].line[december(2030)]) for each in lines)
    assert model.index(0).data(EFFECT) == signed(round(now - was), Numerals(), 1000)


def test_that_a_step_to_more_futures_changes_no_key_figure(qtbot):
    few, many = Scenario(futures=100), Scenario(futures=400_000)
    effects = Effects()
    effects.open()
    with qtbot.waitSignal(effects.computed, timeout=20_000):
        effects.want([(few, many)])
    effects.close()
    effect = effects.effect(few, many, "enterprises", 2030)
    assert effect is not None
    assert effect.change == 0


def test_that_effects_are_told_of_the_places_that_are_shown(qtbot):
    before, after = Scenario(), with_lever(Scenario(), "voucher_budget.chengdu", 1000)
    effects = Effects()
    effects.open()
    changes = []
    for areas in ((), ("chengdu",), ("beijing", "henan")):
        effects.tell_of(areas)
        assert effects.effect(before, after, "enterprises", 2030) is None
        with qtbot.waitSignal(effects.computed, timeout=20_000):
            effects.want([(before, after)])
        effect = effects.effect(before, after, "enterprises", 2030)
        assert effect is not None
        changes.append(effect.change)
    assert effects.element_of("enterprises") == "beijing+henan"
    assert effects.element_of("utilization") == ""
    effects.close()
    everywhere, here, elsewhere = changes
    assert here > everywhere > 0 > elsewhere


def test_that_a_moved_assumption_is_told_on_the_same_futures_before_and_after(qtbot):
    wide = with_assumption(Scenario(), "crowd_in", Spread(1, 4.15, 12))
    narrow = with_assumption(Scenario(), "crowd_in", Spread(4, 4.15, 5))
    effects = Effects()
    effects.open()
    with qtbot.waitSignal(effects.computed, timeout=20_000):
        effects.want([(wide, narrow)])
    effects.close()
    effect = effects.effect(wide, narrow, "enterprises", 2030)
    assert effect is not None
    for told, scenario in ((effect.before, wide), (effect.after, narrow)):
        asked = (Request("enterprises"),)
        same, own = (
            Projector().project(scenario, asked, choice=choice).series[asked[0]].line
            for choice in ("paired", "own")
        )
        assert told == same[december(2030)] != own[december(2030)]


def test_that_effects_on_what_is_no_number_are_told_in_words():
    from ui.wording.numbers import ENGLISH_NUMERALS as ENGLISH

    cost = "public_cost_per_added_enterprise"
    assert effect_text(cost, Effect(3.0, float("inf"), float("nan")), ENGLISH) == "unbounded"
    assert (
        effect_text(cost, Effect(float("inf"), 3.0, float("nan")), ENGLISH) == "no longer unbounded"
    )
    assert (
        effect_text(cost, Effect(float("inf"), float("nan"), float("nan")), ENGLISH) == "undefined"
    )
    assert (
        effect_text(cost, Effect(float("inf"), float("inf"), float("nan")), ENGLISH) == "no change"
    )


@pytest.mark.parametrize(
    ("target", "value"), [("default", 20_000), ("baseline", 2_000), ("saved", 15_000)]
)
def test_that_a_value_goes_back_in_three_ways(target, value):
    saved = with_lever(with_figures(Scenario(), "as_stated"), FUND, 15_000)
    now = with_lever(saved, FUND, 50_000)
    assert lever_value(reset(now, [FUND], target, saved), FUND) == value


def test_that_a_group_is_put_back_as_one_step(suanli):
    moved = with_lever(with_lever(Scenario(), "alibaba_plan", 500), "other_capex", 600)
    suanli.document.edit("Move", with_lever(moved, "voucher_budget.henan", 10))
    panel = suanli.window.side.levers
    button = next(b for b, group in panel._groups.items() if group.title == "Investment")
    button.menu_wanted.emit(QPoint())
    suanli.window.side.put_back("default")
    assert dict(suanli.document.scenario.levers) == {"voucher_budget.henan": 10}
    assert suanli.document.undo_stack.count() == 2


def test_that_all_levers_and_all_assumptions_go_back_on_their_own(suanli):
    actions = suanli.window.actions_
    moved = with_assumption(_with(500), "crowd_in", Spread(3, 5, 7))
    suanli.document.edit("Move", moved)
    actions["reset_levers"].trigger()
    assert suanli.document.scenario.levers == ()
    assert suanli.document.scenario.assumptions == moved.assumptions
    actions["undo"].trigger()
    actions["reset_assumptions_to_baseline"].trigger()
    assert suanli.document.scenario.levers == moved.levers
    assert suanli.document.scenario.assumptions == ()


def test_that_the_shelf_stands_over_the_charts_where_the_window_is_narrow(drawn, qtbot):
    window = drawn.window
    window.shelf.show()
    window.resize(1440, 900)
    qtbot.waitUntil(lambda: window.splitter.geometry().right() < window.shelf.x())
    window.resize(1024, 700)
    qtbot.waitUntil(lambda: window.splitter.width() == window.shelf.parentWidget().width())
    assert window.shelf.geometry().right() == window.splitter.geometry().right()
    QTest.keyClick(window.shelf.history.view, Qt.Key.Key_Escape)
    window.shelf.hide()
    assert window.shelf.isHidden()


def test_that_the_swatches_follow_the_theme(suanli):
    first = suanli.document
    first.edit("Move", _with(500))
    suanli.workspace.open(_with(600, "Second"))
    model = suanli.window.shelf.scenarios.model
    color = Qt.ItemDataRole.DecorationRole
    light = model.data(model.index_of(first), color)
    suanli.appearance.choose("dark")
    assert model.data(model.index_of(first), color) != light
    suanli.appearance.choose("light")
    assert model.data(model.index_of(first), color) == light
