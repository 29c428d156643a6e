"""PRIM peels as published, as another implementation does, and as a slow one made for this test.

The steps of the published example were printed by release 2.5.3 of the EMA workbench, which is too
heavy to be run here: it takes 140 MB, and longer to be imported than all of these tests. A lighter
implementation is run beside ours in tests of their own.
"""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from planner.studies.discover.covering import best_of, chances_of
from planner.studies.discover.peeling import Box, Rules, boxed, inside, trajectory
from tests.some import some
from tests.studies.discover.published import published

PEELED_BY_THE_WORKBENCH = (
    *((882, 89, 0), (792, 89, 1), (710, 89, 2), (638, 89, 2), (573, 89, 3), (513, 89, 3)),
    *((458, 89, 3), (412, 89, 3), (368, 89, 3), (329, 89, 3), (296, 89, 3), (264, 88, 3)),
    *((237, 87, 3), (213, 86, 3), (191, 85, 4), (170, 82, 4), (152, 81, 4), (136, 78, 4)),
    *((121, 75, 4), (108, 74, 4), (97, 71, 4), (87, 67, 4), (78, 65, 4), (70, 61, 4)),
    *((63, 57, 4), (56, 52, 5), (50, 48, 6), (45, 45, 6)),
)
"""Futures in the box, cases among them, and inputs that are bounded."""
CHANCES_BY_THE_WORKBENCH = {
    ("Demand elasticity", True): 1.184930e-16,
    ("Biomass backstop price", True): 3.515113e-11,
    ("Cellulosic cost", True): 1.574133e-01,
}


def test_that_the_published_example_is_peeled_aspublished():
    _, values, cases = published()
    boxes = trajectory(values, cases, Rules(alpha=0.1))

    last, told = boxes[-1], boxes[21]
    assert (values.shape[1], cases.sum()) == (882, 89)
    assert last.inside / 882 == pytest.approx(0.05102040816326531)
    assert last.cases / 89 == pytest.approx(0.5056179775280899)
    assert (last.density, len(last.restricted)) == (1.0, 6)
    assert told.cases / 89 == pytest.approx(0.752809, abs=1e-6)
    assert told.density == pytest.approx(0.770115, abs=1e-6)


def test_that_every_step_is_that_of_the_workbench():
    _, values, cases = published()
    boxes = trajectory(values, cases, Rules(alpha=0.1))
    found = [(each.inside, each.cases, len(each.restricted)) for each in boxes]
    assert found == list(PEELED_BY_THE_WORKBENCH)


def test_that_the_published_box_has_the_bounds_of_the_workbench():
    names, values, cases = published()
    box = trajectory(values, cases, Rules(alpha=0.1))[21]
    lower = {names[column]: box.low[column] for column in box.restricted}
    upper = {names[column]: box.high[column] for column in box.restricted}

    assert upper.pop("Total biomass") == pytest.approx(755.799988)
    assert lower.pop("Total biomass") == -np.inf
    assert set(upper.values()) == {np.inf}
    assert lower == {
        "Cellulosic cost": pytest.approx(72.650002),
        "Demand elasticity": pytest.approx(-0.422),
        "Biomass backstop price": pytest.approx(150.049995),
    }


def test_that_its_bounds_are_as_likely_by_chance_as_the_workbench_says():
    names, values, cases = published()
    box = trajectory(values, cases, Rules(alpha=0.1))[21]
    found = chances_of(values, cases, box, np.ones(882, np.bool_))
    told = {(names[column], is_low): chance for (column, is_low), chance in found.items()}

    assert told.pop(("Total biomass", False)) == pytest.approx(5e-6, abs=5e-7)
    assert told == pytest.approx(CHANCES_BY_THE_WORKBENCH, rel=1e-5)


@settings(max_examples=25)
@given(seed=st.integers(0, 10_000), coarse=st.booleans())
def test_that_peeling_is_that_of_a_slow_implementation(seed, coarse):
    values, cases = _sample(seed, coarse=coarse)
    boxes = trajectory(values, cases, Rules(least_mass=0.1))
    low, high = _slowly_peeled(values, cases, 0.05, 0.1)

    peeled = [each for each in boxes if _is_nested(each, boxes)]
    assert (low, high) in [(tuple(each.low), tuple(each.high)) for each in peeled]


def test_that_a_box_counts_what_lies_between_its_bounds():
    values, cases = _sample(3)
    for box in some(trajectory(values, cases)):
        held = inside(values, box)
        assert (box.inside, box.cases) == (held.sum(), (held & cases).sum())


def test_that_each_peel_makes_the_box_denser_and_none_smaller_than_allowed():
    values, cases = _sample(4)
    boxes = some(trajectory(values, cases, Rules(least_mass=0.2)))
    densities = [each.density for each in boxes]
    assert len(boxes) > 3
    assert densities == sorted(densities)
    assert min(each.inside for each in boxes) >= 0.2 * len(cases)


def test_that_only_futures_that_are_there_are_peeled():
    values, cases = _sample(5)
    there = values[0] < 0.5
    box = trajectory(values, cases, None, there)[0]
    assert (box.inside, box.cases) == (there.sum(), (there & cases).sum())


def test_that_nothing_is_peeled_where_all_futures_are_cases():
    values, _ = _sample(6)
    assert len(trajectory(values, np.ones(values.shape[1], np.bool_))) == 1


def test_that_a_box_that_was_peeled_too_far_is_pasted():
    rules = Rules(alpha=0.2, pasted=0.2, least_mass=0.1)
    samples = [_sample(seed) for seed in range(40)]
    peelings = [trajectory(values, cases, rules) for values, cases in samples]
    pasted = some(each[-2:] for each in peelings if each[-1].inside > each[-2].inside)
    for before, after in pasted:
        assert after.density > before.density
        assert (after.low <= before.low).all()
        assert (after.high >= before.high).all()


def test_that_the_best_box_agrees_best_with_the_cases():
    low, high = np.zeros(1), np.ones(1)
    everything, half, few = (Box(low, high, *each) for each in ((100, 40), (50, 38), (20, 20)))
    assert best_of((everything, half, few)) is half


def test_that_a_box_of_given_bounds_is_counted_among_those_that_are_there():
    values, cases = _sample(8)
    bounds = np.array([0.2, -np.inf, -np.inf, -np.inf]), np.full(4, np.inf)
    there = values[1] < 0.7
    box = boxed(values, cases, bounds, there)
    held = (values[0] >= 0.2) & there
    assert (box.inside, box.cases) == (held.sum(), (held & cases).sum())


def _sample(seed, *, coarse=False):
    draws = np.random.default_rng(seed)
    values = draws.random((4, 240))
    if coarse:
        values = np.round(values, 1)
    likely = np.where((values[1] < 0.45) & (values[2] > 0.3), 0.8, 0.15)
    return values, draws.random(240) < likely


def _is_nested(box, boxes):
    """Tell whether a box is one of the peeled ones: smaller than every one before it."""
    place = boxes.index(box)
    return all(each.inside > box.inside for each in boxes[:place])


def _slowly_peeled(values, cases, alpha, least):
    """Peel future by future, from the definition alone: no sorting is kept, nothing is counted."""
    low, high = [-np.inf] * len(values), [np.inf] * len(values)
    total = values.shape[1]
    held = list(range(total))
    while True:
        best = None
        before = sum(bool(cases[each]) for each in held) / len(held)
        for column in range(len(values)):
            for side in ("high", "low"):
                line = sorted(float(values[column][each]) for each in held)
                at = _bound(line, alpha, side)
                keeps = [
                    each
                    for each in held
                    if (
                        values[column][each] <= at if side == "high" else values[column][each] >= at
                    )
                ]
                if not keeps or len(keeps) == len(held):
                    continue
                density = sum(bool(cases[each]) for each in keeps) / len(keeps)
                score = (density - before) / (len(held) - len(keeps))
                bounded = {
                    number
                    for number in range(len(values))
                    if low[number] > -np.inf or high[number] < np.inf or number == column
                }
                rank = (score, -len(bounded))
                if best is None or rank > best[0]:
                    best = rank, column, side, at, keeps
        if best is None or best[0][0] <= 0 or len(best[4]) < least * total:
            return tuple(low), tuple(high)
        _, column, side, at, held = best
        (high if side == "high" else low)[column] = at


def _bound(line, alpha, side):
    """Return half way between the two different values that a share of a line lies between."""
    place = (len(line) - 1) * (alpha if side == "low" else 1 - alpha)
    below, above = int(place), int(place) + (place % 1 > 0)
    while side == "low" and line[below] == line[above] and above < len(line) - 1:
        above += 1
    while side == "high" and line[below] == line[above] and below > 0:
        below -= 1
    return (line[below] + line[above]) / 2
