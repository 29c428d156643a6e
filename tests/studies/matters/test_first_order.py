"""What matters of an outcome: shares from the futures on screen, by groups, year by year."""

from dataclasses import replace

import numpy as np
import pytest

from planner.ensemble.draws.drawn import drawn_assumptions
from planner.ensemble.many import Projector
from planner.ensemble.progress import to_the_end
from planner.ensemble.projection import PerFutureValues
from planner.ensemble.sample import draw
from planner.model.scenario import Scenario, assumption_spread, with_assumption, with_lever
from planner.quantities.spread import fixed
from planner.studies.answers.about import About
from planner.studies.matters.first_order import Matters, asked, matters, matters_of
from tests.some import some

USED = About("used_compute", "", 2030)
MOVED = with_lever(Scenario(futures=500), "alibaba_plan", 760)


@pytest.fixture(scope="module")
def projector() -> Projector:
    projector = Projector()
    projector.warm_up()
    return projector


def _matters(projector: Projector, scenario: Scenario, about: About) -> Matters:
    return to_the_end(matters(projector, scenario, about))


def _values(projector: Projector, scenario: Scenario, about: About) -> PerFutureValues:
    found = to_the_end(projector.per_future(scenario, asked(about)))
    assert found is not None
    return found


def test_that_the_share_of_an_assumption_is_how_well_a_line_follows_it(
    projector: Projector,
) -> None:
    values = _values(projector, MOVED, USED)
    drawn = draw(MOVED, 500, chosen=values.chosen)
    found = matters_of(MOVED, USED, values)
    compute = values.values[asked(USED)[0]][USED.year - 2025]
    lone = next(each for each in found.shares if each.members == ("accelerator_life",))
    row = drawn.drawn[drawn_assumptions(MOVED).index("accelerator_life"), 1:]
    assert lone.share == pytest.approx(np.corrcoef(row, compute)[0, 1] ** 2, abs=0.02)
    assert np.sign(lone.slope) == np.sign(np.corrcoef(row, compute)[0, 1])


def test_that_the_largest_comes_first_and_a_group_stands_under_its_first_member(
    projector: Projector,
) -> None:
    found = _matters(projector, MOVED, USED)
    shares = [each.share for each in some(found.shares)]
    assert shares == sorted(shares, reverse=True)
    assert found.first is not None
    assert found.first.is_group
    assert {"domestic_realization", "growth_limit"} <= set(found.first.members)
    assert list(found.first.alone) == sorted(found.first.alone, reverse=True)
    assert sum(len(each.members) for each in found.shares) == 67


def test_that_every_year_has_its_own_shares_and_the_first_ones_are_of_the_year_asked(
    projector: Projector,
) -> None:
    found = _matters(projector, MOVED, USED)
    assert found.years == tuple(range(2025, 2036))
    for each in some(found.shares):
        assert each.by_year[5] == each.share
    later = _matters(projector, MOVED, replace(USED, year=2035))
    assert {each.lead: each.by_year for each in later.shares}.keys() >= {found.shares[2].lead}
    assert later.shares[0].share != found.shares[0].share


def test_that_what_a_lever_gains_is_looked_at_for_its_sign(projector: Projector) -> None:
    assert _matters(projector, MOVED, USED).turning == ""
    assert _matters(projector, Scenario(futures=500), USED).turning is None


def test_that_a_gain_that_turns_with_the_first_assumption_is_told(projector: Projector) -> None:
    values = _values(projector, MOVED, USED)
    level, gain = asked(USED)
    whole = values.values[level]
    turned = {level: whole, gain: whole - np.median(whole, axis=1, keepdims=True)}
    found = matters_of(MOVED, USED, replace(values, values=turned))
    assert found.first is not None
    assert found.turning == found.first.lead


def test_that_nothing_is_told_where_nothing_is_drawn_or_the_run_ends_before(
    projector: Projector,
) -> None:
    assert not _matters(projector, MOVED, replace(USED, year=2040)).shares
    assert not _matters(projector, replace(MOVED, futures=50), USED).shares
    still = Scenario(futures=200)
    for name in some(drawn_assumptions(still)):
        still = with_assumption(still, name, fixed(assumption_spread(still, name).central))
    assert not _matters(projector, still, USED).shares


def test_that_a_fixed_assumption_explains_nothing_and_is_not_listed(projector: Projector) -> None:
    fixed_one = with_assumption(MOVED, "accelerator_life", fixed(5.0))
    found = _matters(projector, fixed_one, USED)
    assert "accelerator_life" not in {name for each in some(found.shares) for name in each.members}


def test_that_the_same_scenario_gives_the_same_shares(projector: Projector) -> None:
    one, again = (_matters(used, MOVED, USED) for used in (projector, Projector()))
    assert one == again
    assert one.stamp.futures == 500
