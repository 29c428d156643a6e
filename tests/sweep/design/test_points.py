"""Points of a design: grids, ranges, lists, worlds; what each sets is what its scenario has."""

import numpy as np
import pytest

from planner.model.scenario import Scenario, assumption_spread, lever_value
from planner.studies.survive.worlds import worlds
from planner.sweep.design.inputs import DesignError, input_named
from planner.sweep.design.layouts import sobol
from planner.sweep.design.listed import Listed
from planner.sweep.design.points import world_keys
from planner.sweep.reading.error import SweepError
from tests.some import some
from tests.sweep.plans import planned


def test_that_a_grid_has_every_combination_with_the_last_input_fastest(tmp_path):
    text = (
        "[inputs]\nalibaba_plan = [380, 500]\nnetwork_build_time = {from = 1, to = 3, steps = 3}\n"
    )
    points = planned(tmp_path, text).points
    assert points.values.tolist() == [[380, 1], [380, 2], [380, 3], [500, 1], [500, 2], [500, 3]]
    last = points.scenario_at(Scenario(), 6)
    assert lever_value(last, "alibaba_plan") == 500
    assert lever_value(last, "network_build_time") == 3


def test_that_a_plan_without_inputs_is_one_point(tmp_path):
    points = planned(tmp_path, "").points
    assert points.count == 1
    assert points.scenario_at(Scenario(), 1) == Scenario()


def test_that_a_name_without_a_place_sets_every_place(tmp_path):
    points = planned(tmp_path, "[inputs]\nvoucher_budget = [123]\n").points
    made = points.scenario_at(Scenario(), 1)
    set_to = [value for name, value in some(made.levers)]
    assert set_to == [123] * 7


def test_that_points_of_a_sequence_fill_their_ranges_as_those_of_scipy_do(tmp_path):
    from scipy.stats.qmc import Sobol  # no other test waits for it

    text = (
        "[design]\nkind = 'sobol'\npoints = 64\nseed = 5\n"
        "[inputs]\nalibaba_plan = {from = 380, to = 580}\nnetwork_build_time = {from = 1, to = 3}\n"
    )
    values = planned(tmp_path, text).points.values
    assert values.shape == (64, 2)
    unit = (values - [380, 1]) / [200, 2]
    for column in some(unit.T):
        assert np.histogram(column, 64, (0, 1))[0].tolist() == [1] * 64
    theirs = Sobol(2, rng=np.random.default_rng(5)).random(64)
    assert np.histogram(theirs[:, 0], 64, (0, 1))[0].tolist() == [1] * 64


def test_that_another_seed_gives_other_points_of_a_sequence():
    assert not np.array_equal(sobol([(0, 1)], 8, 1), sobol([(0, 1)], 8, 2))


def test_that_a_list_has_a_point_per_row_and_may_name_worlds(tmp_path):
    rows = "alibaba_plan,world,crowd_in\n400,tight_chips,3\n500,licensed_chips,3.5\n"
    (tmp_path / "points.csv").write_text(rows)
    text = "[design]\nkind = 'list'\nfile = 'points.csv'\n[inputs]\ncrowd_in = {fixed = true}\n"
    points = planned(tmp_path, text).points
    assert points.count == 2
    first = points.scenario_at(Scenario(), 1)
    assert assumption_spread(first, "crowd_in").parts == (3, 3, 3)
    assert lever_value(first, "alibaba_plan") == 400
    assert {"legal_imports", "smuggled_imports"} < set(dict(first.levers))
    assert [name for name, _ in points.scenario_at(Scenario(), 2).levers] == ["alibaba_plan"]


@pytest.mark.parametrize(
    ("rows", "said"),
    [
        ("", "points.csv, line 1: there is no row of values"),
        ("alibaba_plan\n", "points.csv, line 1: there is no row of values"),
        ("alibaba_plam\n1\n", "points.csv, line 1: there is no lever or assumption"),
        ("alibaba_plan\n400\nmuch\n", 'line 3: alibaba_plan is "much"; it must be a number'),
        ("alibaba_plan\n400\n-1\n", "line 3: Alibaba's plan (alibaba_plan) is −1"),
        ("alibaba_plan\n400,1\n", "line 2: there are 2 values for 1 columns"),
        ("alibaba_plan,alibaba_plan\n400,1\n", 'line 1: "alibaba_plan" is asked for twice'),
        ("alibaba_plan,world\n400,dry\n", 'line 2: there is no world "dry"'),
        ('alibaba_plan\n"400"x\n', "line 2: the line is no CSV"),
        (
            "voucher_budget,voucher_budget.henan\n500,10\n",
            "line 1: voucher_budget and voucher_budget.henan both set voucher_budget.henan",
        ),
        (
            (
                "platform_growth_settled,world\n0.12,licensed_chips\n0.06,low_demand\n"
                "0.12,low_demand\n"
            ),
            "points.csv, line 4: the central value 0.12 of platform_growth_settled is outside",
        ),
    ],
)
def test_that_a_fault_of_a_list_names_its_line(rows, said, tmp_path):
    (tmp_path / "points.csv").write_text(rows)
    with pytest.raises(SweepError) as fault:
        planned(tmp_path, "[design]\nkind = 'list'\nfile = 'points.csv'\n")
    assert said in str(fault.value)


def test_that_each_point_stands_in_each_world(tmp_path):
    keys = [*world_keys()]
    assert keys == [each.key for each in some(worlds())]
    text = f"[design]\nworlds = {keys}\n[inputs]\nalibaba_plan = [400, 500]\n"
    points = planned(tmp_path, text).points
    assert points.count == 2 * len(keys)
    for number, world in enumerate(worlds()):
        moved = points.scenario_at(Scenario(), 2 * number + 2)
        alone = planned(tmp_path, "[inputs]\nalibaba_plan = [500]\n").points
        assert moved == world.applied(alone.scenario_at(Scenario(), 1))


def test_that_an_assumption_takes_its_central_value_and_keeps_its_range(tmp_path):
    points = planned(tmp_path, "[inputs]\ncrowd_in = [3]\n").points
    usual = assumption_spread(Scenario(), "crowd_in")
    assert assumption_spread(points.scenario_at(Scenario(), 1), "crowd_in").parts == (
        usual.low,
        3,
        usual.high,
    )


def test_that_only_an_assumption_can_be_fixed():
    assert input_named("crowd_in", is_fixed=True).is_fixed
    with pytest.raises(DesignError, match="alibaba_plan is a lever; only an assumption"):
        input_named("alibaba_plan", is_fixed=True)


def test_that_an_empty_line_of_a_list_is_no_point():
    listed = Listed("alibaba_plan\n400\n\n500\n", "points.csv")
    assert listed.numbers("alibaba_plan").tolist() == [400, 500]
    assert listed.line_of(1) == 4
