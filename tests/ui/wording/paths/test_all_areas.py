"""All areas of a lever on one path: shared out in proportion, and nothing else moves."""

import pytest

from planner.model.inputs import elements_of
from planner.model.paths import KNOTS_AT_MOST, LeverPath, value_at
from planner.model.ready_paths import Stretch, ramp, total_of
from planner.model.scenario import Scenario, lever_path, with_lever
from ui.documents.document import Document
from ui.documents.path_edits import with_path, without_path
from ui.views.paths.hand import PathHand
from ui.wording.paths.knots import path_in, path_page
from ui.wording.paths.subject import subject_of

BUDGET, RATE = "voucher_budget", "subsidy_rate"
UNTIL = Stretch(2025, 2036)


def areas_of(key):
    return subject_of(key).names


def totals(scenario, key=BUDGET):
    lever = subject_of(key).lever
    paths = [lever_path(scenario, name) for name in areas_of(key)]
    return sum(total_of(path, lever.over_time, UNTIL) for path in paths)


@pytest.mark.parametrize("key", [BUDGET, RATE])
def test_that_the_path_as_it_is_changes_nothing(qapp, key):
    subject = subject_of(key)
    assert subject.is_whole
    for scenario in (Scenario(), with_lever(Scenario(), f"{key}.henan", subject.lever.high / 2)):
        assert with_path(scenario, subject, path_in(subject, scenario)) == scenario


def test_that_one_knot_moves_all_areas_in_proportion_at_its_date_alone(qapp):
    subject, before = subject_of(BUDGET), Scenario()
    path = path_in(subject, before)
    place = next(p for p, date in enumerate(path.dates) if date > 2026)
    knots = list(path.knots)
    knots[place] = (knots[place][0], 2 * path.values[place - 1])
    knots[place - 1] = (knots[place - 1][0], 2 * path.values[place - 1])
    after = with_path(before, subject, LeverPath(tuple(knots)))
    date = knots[place - 1][0]
    for name in subject.names:
        was, now = lever_path(before, name), lever_path(after, name)
        assert value_at(now, "step", date) == pytest.approx(2 * value_at(was, "step", date))
        assert value_at(now, "step", 2025.0) == value_at(was, "step", 2025.0)
    assert path_in(subject, after).values[place - 1] == pytest.approx(knots[place - 1][1])


def test_that_an_end_for_all_that_is_moved_later_keeps_the_proportions_before_it(qapp):
    subject, before = subject_of(BUDGET), Scenario()
    knots = path_in(subject, before).knots
    assert knots[-1] == (2031, 0)
    after = with_path(before, subject, LeverPath((*knots[:-1], (2031, 700), (2033, 0))))
    last = [value_at(lever_path(before, name), "step", 2030.9) for name in subject.names]
    now = [value_at(lever_path(after, name), "step", 2032.0) for name in subject.names]
    assert now == pytest.approx([700 * each / sum(last) for each in last], abs=0.2)


def test_that_a_drag_to_nothing_and_back_loses_no_proportions(qapp):
    subject, held = subject_of(BUDGET), Scenario()
    path = path_in(subject, held)
    nothing = with_path(held, subject, LeverPath(((2025, 0),)), held)
    assert with_path(nothing, subject, path, held) == held


def test_that_the_mean_of_a_rate_moves_every_area(qapp):
    subject = subject_of(RATE)
    after = with_path(Scenario(), subject, LeverPath(((2025, 0.5), (2027, 0.25))))
    for name in subject.names:
        assert lever_path(after, name).dates in {(2025, 2027), (2025,)}
    assert path_in(subject, after).values == pytest.approx((0.5, 0.25))


def test_that_a_ramp_of_all_may_go_beyond_what_one_area_may_have(qapp):
    subject = subject_of(BUDGET)
    page = path_page(subject, Scenario())
    path = ramp(subject.row, page.path, page.published, 2027)
    assert max(path.values) == pytest.approx(2 * value_at(page.published, "step", 2030))
    assert totals(with_path(Scenario(), subject, path)) > totals(Scenario())


def test_that_all_areas_go_back_to_what_is_published(qapp):
    subject = subject_of(BUDGET)
    scenario = with_path(Scenario(), subject, LeverPath(((2025, 700), (2028, 900))))
    assert len(scenario.levers) == len(elements_of(subject.lever))
    assert without_path(scenario, subject) == Scenario()
    assert {row.origin for row in path_page(subject, scenario).rows} == {"yours"}
    assert {row.origin for row in path_page(subject, Scenario()).rows} == {"published", "default"}


def with_many_dates():
    """Return a scenario whose areas turn at 168 dates together, each at 24 of its own."""
    scenario = Scenario()
    for place, name in enumerate(areas_of(BUDGET)):
        knots = tuple((2025 + each + place / 10, 100.0 + each) for each in range(24))
        scenario = with_lever(scenario, name, LeverPath(knots))
    return scenario


def test_that_areas_may_turn_at_more_dates_together_than_a_path_of_one(qapp):
    subject, scenario = subject_of(BUDGET), with_many_dates()
    page = path_page(subject, scenario)
    assert len(page.rows) == 7 * 24 > KNOTS_AT_MOST
    assert with_path(scenario, subject, page.path) == scenario
    knots = list(page.path.knots)
    knots[-1] = (knots[-1][0], 2 * knots[-1][1])
    after = with_path(scenario, subject, page.path.with_knots(knots))
    for name in subject.names:
        was, now = lever_path(scenario, name), lever_path(after, name)
        for date in was.dates[:-1]:
            assert value_at(now, "step", date) == value_at(was, "step", date)
        assert value_at(now, "step", 2050.0) == pytest.approx(2 * value_at(was, "step", 2050.0))


def at_hand(scenario):
    """Return a document of a scenario, a hand on the path of its areas, and what is refused."""
    document, said = Document(), list[str]()
    document.edit(lambda: "Open", scenario)
    hand = PathHand(document, subject_of(BUDGET), document)
    hand.refused.connect(said.append)
    return document, hand, said


@pytest.mark.parametrize("key", ["ramp", "freeze", "early", "late"])
def test_that_a_hand_moves_areas_of_many_dates_or_says_why_not(qapp, key):
    document, hand, said = at_hand(with_many_dates())
    before = document.scenario
    hand.make_ready(key, ())
    assert said == ["Nothing was changed: a path has 1 to 120 knots, not 141." * (key == "ramp")]
    assert (document.scenario == before) == (key == "ramp")


def test_that_an_area_with_no_room_for_one_more_date_is_told_in_a_sentence(qapp):
    full = LeverPath(tuple((2025 + each / 12, 100.0 + each) for each in range(KNOTS_AT_MOST)))
    document, hand, said = at_hand(with_lever(Scenario(), f"{BUDGET}.henan", full))
    before = document.scenario
    hand.add(2040.5, 9000.0)
    assert said == ["Nothing was changed: a path has 1 to 120 knots, not 121."]
    assert document.scenario == before
