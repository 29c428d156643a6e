"""Paths of levers: what a path is, how it reads at a moment, and how a plain number moves it."""

from dataclasses import replace
from math import inf, nan

import numpy as np
import pytest

from planner.facts.lever_paths import default_knots, lever_paths, paths_in
from planner.facts.record import EvidenceError
from planner.model.graph import model
from planner.model.inputs import Lever, Part, elements_of, evidence_of, reference_value
from planner.model.lever_settings import with_lever_moved
from planner.model.moving import moved
from planner.model.paths import LeverPath, PathError, mean_between, value_at, values_at
from planner.model.scenario import (
    Scenario,
    ScenarioError,
    lever_default,
    lever_default_path,
    lever_path,
    lever_value,
    with_lever,
    without_changes,
)
from tests.some import some

BUDGET = "voucher_budget.shanghai"
SHANGHAI = LeverPath(((2025, 0), (2025.583, 600), (2028, 900), (2031, 0)))


def row(**changes: object) -> Lever:
    """Return a lever of an invented model, in proportion unless it is a share."""
    plain = Lever("made_up", "Made up", "M CNY/yr", "supply", "-", 0, 10, 1, 0, 9000, "Made up.")
    return replace(plain, over_time="step", **changes)  # type: ignore[arg-type]


def test_a_step_holds_from_its_date_and_the_first_knot_holds_before() -> None:
    path = LeverPath(((2026, 5), (2028.5, 7)))
    moments = np.array([2025.04, 2026, 2028.4999, 2028.5, 2050])
    assert values_at(path, "step", moments).tolist() == [5, 5, 5, 7, 7]


def test_a_line_is_straight_between_knots_and_level_outside() -> None:
    path = LeverPath(((2026, 5), (2028, 7)))
    moments = np.array([2025, 2026, 2027, 2028, 2030])
    assert values_at(path, "linear", moments).tolist() == [5, 5, 6, 7, 7]


@pytest.mark.parametrize("over_time", ["step", "linear"])
def test_one_moment_reads_as_many_do(over_time: str) -> None:
    moments = np.linspace(2025, 2036, 133)
    each = [value_at(SHANGHAI, over_time, moment) for moment in moments]  # type: ignore[arg-type]
    assert np.allclose(each, values_at(SHANGHAI, over_time, moments), rtol=1e-15)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("knots", "said"),
    [
        ((), "1 to 120 knots, not 0"),
        (tuple((2025 + n / 12, 1) for n in range(121)), "1 to 120 knots, not 121"),
        (((2024.9, 1),), "dated 2024.9; it must be 2025 to 2051"),
        (((2051.5, 1),), "dated 2051.5; it must be 2025 to 2051"),
        (((nan, 1),), "dated nan"),
        (((2026, 1), (2025.5, 2)), "2025.5 follows 2026"),
        (((2026, 1), (2026, 2)), "2026 follows 2026"),
        (((2026, inf),), "2026 is not a finite number"),
    ],
)
def test_what_is_no_path_is_refused_in_one_sentence(
    knots: tuple[tuple[float, float], ...], said: str
) -> None:
    with pytest.raises(PathError, match=said):
        LeverPath(knots)


def test_a_number_moves_all_knots_in_proportion_and_the_largest_takes_it() -> None:
    assert moved(row(), SHANGHAI, 1800).values == (0, 1200, 1800, 0)


def test_knots_before_the_date_a_row_scales_from_are_history_and_stay() -> None:
    legal = LeverPath(((2025, 214), (2025.25, 90), (2026.5, 60), (2027, 120)))
    path = moved(row(scales_from=2026.5, reference=2027.0), legal, 300)
    assert path.knots == ((2025, 214), (2025.25, 90), (2026.5, 150), (2027, 300))


def test_history_stays_where_no_knot_divides_it() -> None:
    path = moved(row(scales_from=2026.5), LeverPath(((2025, 100), (2029, 50))), 200)
    assert path.knots == ((2025, 100), (2026.5, 200), (2029, 100))
    late = moved(row(scales_from=2026.5), LeverPath(((2028, 100), (2029, 50))), 200)
    assert late.knots == ((2025, 100), (2026.5, 200), (2028, 200), (2029, 100))


def test_a_share_moves_by_addition_held_in_its_range() -> None:
    share = row(unit="share", most=1, reference=2028.0)
    path = moved(share, LeverPath(((2025, 0.2), (2028, 0.45), (2036, 0.6))), 0.9)
    assert path.values == pytest.approx((0.65, 0.9, 1))
    assert path.values[1] == 0.9
    assert moved(share, path, 0.1).values == pytest.approx((0, 0.1, 0.2))


def test_growth_moves_in_proportion() -> None:
    growth = row(unit="1/yr", most=2, reference=2025.0)
    path = moved(growth, LeverPath(((2025, 0.3), (2031, 0.24))), 0.6)
    assert path.values == pytest.approx((0.6, 0.48))


def test_one_knot_or_a_reference_of_zero_becomes_constant() -> None:
    assert moved(row(), LeverPath(((2027, 5),)), 8).knots == ((2025, 8),)
    zero = LeverPath(((2025, 0), (2026, 0)))
    assert moved(row(), zero, 8).knots == ((2025, 8),)


def test_a_lever_that_comes_back_from_zero_keeps_what_has_been() -> None:
    tight = LeverPath(((2025, 214), (2025.25, 270), (2025.75, 0), (2028, 0)))
    back = moved(row(scales_from=2026.5, reference=2027), tight, 250)
    assert back.knots == ((2025, 214), (2025.25, 270), (2025.75, 0), (2026.5, 250))
    imports = model().levers["legal_imports"]
    scenario = with_lever(Scenario(), imports.key, moved(imports, tight, 250))
    assert value_at(lever_path(scenario, imports.key), "step", 2025.1) == 214
    full = LeverPath(tuple((2025 + n / 100, 0.0) for n in range(120)))
    assert moved(row(scales_from=2026.5), full, 3).knots[-1] == (2026.5, 3)


def test_a_path_with_no_room_for_a_knot_still_moves() -> None:
    full = LeverPath(tuple((2025 + n / 10, 1.0) for n in range(120)))
    path = moved(row(scales_from=2026.55), full, 2)
    assert len(path.knots) == 120
    assert path.values[-1] == 2


CAPEX = row(key="capex", unit="bn CNY/yr")
PLAN = row(key="plan", unit="bn CNY", part=Part(CAPEX, 2025.25, 2028.25, "total"))
LATER = row(key="later", unit="bn CNY/yr", part=Part(CAPEX, 2028.25, inf, "first"))
SPENT = LeverPath(((2025, 98.4), (2025.25, 380 / 3), (2028.25, 140), (2029.25, 150)))


def test_a_part_shows_its_total_or_its_first_value() -> None:
    assert reference_value(PLAN, SPENT) == 380
    assert reference_value(LATER, SPENT) == 140
    assert mean_between(SHANGHAI, 2027, 2029) == 750


def test_a_part_moves_its_own_knots_alone() -> None:
    assert moved(PLAN, SPENT, 760).values == pytest.approx((98.4, 760 / 3, 140, 150))
    assert moved(LATER, SPENT, 70).values == (98.4, 380 / 3, 70, 75)


def test_a_part_is_cut_out_of_a_path_that_has_no_knots_there() -> None:
    path = moved(PLAN, LeverPath(((2025, 100),)), 600)
    assert path.knots == ((2025, 100), (2025.25, 200), (2028.25, 100))
    late = moved(PLAN, LeverPath(((2030, 0),)), 300)
    assert late.knots == ((2025, 0), (2025.25, 100), (2028.25, 0), (2030, 0))


def test_a_number_and_a_path_are_settings_of_one_lever() -> None:
    scenario = with_lever(Scenario(), BUDGET, SHANGHAI)
    assert scenario.levers == ((BUDGET, SHANGHAI),)
    assert lever_path(scenario, BUDGET) == SHANGHAI
    assert lever_value(scenario, BUDGET) == 900
    plain = lever_path(with_lever(scenario, BUDGET, 700), BUDGET)
    assert plain.knots == ((2025, 0), (2025.583, 700), (2031, 0))


def test_what_equals_the_default_leaves_no_trace() -> None:
    default = lever_default(BUDGET)
    scenario = with_lever(Scenario(), BUDGET, SHANGHAI)
    assert with_lever(scenario, BUDGET, default).levers == ()
    assert with_lever(scenario, BUDGET, lever_default_path(BUDGET)).levers == ()
    assert without_changes(scenario, [BUDGET]).levers == ()


def test_a_path_of_one_knot_is_a_plain_number_where_the_default_is_one() -> None:
    one = LeverPath(((2027, 0.5),))
    assert with_lever(Scenario(), "center_share", one).levers == (("center_share", 0.5),)
    assert with_lever(Scenario(), BUDGET, one).levers == ((BUDGET, one),)


def test_a_constant_lever_refuses_knots_in_one_sentence() -> None:
    with pytest.raises(ScenarioError, match=r"network_build_time.*takes one number, no knots"):
        with_lever(Scenario(), "network_build_time", LeverPath(((2025, 4), (2026, 5))))


def test_a_knot_outside_the_range_is_refused() -> None:
    with pytest.raises(ScenarioError, match="is −1; it must be 0 to 100000 M CNY/yr"):
        with_lever(Scenario(), BUDGET, LeverPath(((2025, 5), (2026, -1))))


def test_a_slider_scales_the_path_a_scenario_has() -> None:
    scenario = with_lever_moved(with_lever(Scenario(), BUDGET, SHANGHAI), BUDGET, 450)
    assert lever_path(scenario, BUDGET).values == (0, 300, 450, 0)
    assert with_lever_moved(Scenario(), BUDGET, 450).levers == ((BUDGET, 450.0),)


def test_every_default_path_is_within_the_range_of_its_lever() -> None:
    for lever in some(model().levers.values()):
        for element in some(elements_of(lever)):
            name = f"{lever.key}.{element}" if element else lever.key
            path = lever_path(Scenario(), name)
            whole = lever.part.of if lever.part else lever
            assert all(whole.least <= value <= whole.most for value in some(path.values)), name
            assert len(path.knots) == 1 or whole.over_time != "constant", name
            assert lever_default(name) == reference_value(lever, path)
            assert evidence_of(lever, element)


ROWS = (
    {"lever": "a", "element": "", "date": "2025", "value": "1", "unit": "M CNY/yr"},
    {"lever": "a", "element": "", "date": "2026.5", "value": "2", "unit": "bn CNY/yr"},
    {"lever": "b", "element": "x", "date": "2025", "value": "3", "unit": "share"},
)


def table(*rows: dict[str, str], **changes: str) -> list[dict[str, str]]:
    return [{"evidence": "S026", **each, **changes} for each in rows]


def test_knots_of_the_table_are_found_by_their_id_and_converted(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    made = paths_in(table(*ROWS))
    monkeypatch.setattr("planner.facts.lever_paths.lever_paths", lambda: made)
    assert default_knots("path:a", "M CNY/yr") == ((2025, 1), (2026.5, 2000))
    assert default_knots("path:b.x", "share") == ((2025, 3),)
    with pytest.raises(EvidenceError, match='no knots of "path:c"'):
        default_knots("path:c", "share")


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"date": "soon"}, r"row 2 \(a\): date and value must be numbers"),
        ({"value": "inf"}, "must be finite"),
        ({"unit": "ells"}, 'unknown unit "ells"'),
        ({"evidence": ""}, "evidence must name"),
        ({"date": "2026.5"}, r"row 3 \(a\): dates must rise"),
    ],
)
def test_a_row_that_is_no_knot_is_refused(changes: dict[str, str], said: str) -> None:
    with pytest.raises(EvidenceError, match=said):
        paths_in(table(*ROWS, **changes))


def test_the_table_of_paths_is_read() -> None:
    assert all(name.startswith("path:") for name in some(lever_paths()))
