"""The schedule of the model computes nothing more often than it has to, in few loops."""

import ast
from functools import cache

from planner.engine.kernel.passes.schedule import Schedule, make_schedule
from planner.engine.kernel.passes.variability import Variability
from planner.model.graph import model
from planner.model.language.expression import names


@cache
def scheduled() -> Schedule:
    return make_schedule(model())


def test_that_nothing_is_computed_more_often_than_what_it_rests_on_changes() -> None:
    schedule = scheduled()
    per_step = [
        *schedule.each_step,
        *schedule.counterfactual,
        *(loop for output in schedule.outputs for loop in output),
    ]
    for loops, here in ((schedule.once, Variability.FUTURE), (per_step, Variability.MOVING)):
        parts = [
            node
            for loop in loops
            for assignment in loop.assignments
            for node in ast.walk(assignment.value)
            if isinstance(node, ast.BinOp | ast.Call) and names(node)
        ]
        assert len(parts) > 50
        for node in parts:
            variabilities = {schedule.variabilities[name] for name in names(node)}
            both = variabilities >= {Variability.MOMENT, Variability.FUTURE}
            assert (Variability.MOVING if both else max(variabilities)) == here, ast.unparse(node)


def test_that_stocks_that_rest_on_levers_alone_are_moved_once_for_all_futures() -> None:
    schedule = scheduled()
    assert "network_progress" in schedule.steady.all
    assert "enterprises" in schedule.core.all
    assert "enterprises_without_vouchers" in schedule.copied.all
    assert not {*schedule.steady.all, *schedule.core.all} & set(schedule.copied.all)


def test_that_the_loops_are_few() -> None:
    schedule = scheduled()
    assert len(schedule.each_step) <= 5
    assert len(schedule.counterfactual) <= 4
    assert max(len(output) for output in schedule.outputs) <= 3


def test_that_only_the_outputs_are_computed_that_outcomes_rest_on() -> None:
    schedule = scheduled()
    groups = [
        {one.name for loop in output for one in loop.assignments} for output in schedule.outputs
    ]
    assert sum("facility_power" in output for output in groups) == 1
    assert all(not ({"facility_power", "tokens"} <= output) for output in groups)
    for n, output in enumerate(groups):
        assert all(output.isdisjoint(others) for others in groups[n + 1 :])
