"""Whether what matters most does so in other defensible structures of the model, too."""

from dataclasses import replace

import pytest

from planner.ensemble.many import Projector
from planner.ensemble.progress import to_the_end
from planner.model.scenario import Scenario
from planner.studies.answers.about import About
from planner.studies.matters.first_order import matters
from planner.studies.matters.holding import Holding, holding
from planner.studies.variants import variants
from tests.some import some

SCENARIO = Scenario(futures=300, draws="as drawn")
GROWN = About("enterprises", "chengdu", 2030)


@pytest.fixture(scope="module")
def projector() -> Projector:
    projector = Projector()
    projector.warm_up()
    return projector


def _holding(projector: Projector, about: About) -> Holding:
    found = to_the_end(matters(projector, SCENARIO, about))
    return to_the_end(holding(projector, SCENARIO, found))


def test_that_every_variant_beside_the_specified_model_is_looked_at(projector: Projector) -> None:
    held = _holding(projector, GROWN)
    assert held.variants == len(variants()) - 1
    assert not held.others


def test_that_a_variant_in_which_something_else_leads_is_named_with_it(
    projector: Projector,
) -> None:
    about = About("rent", "centers", 2032)
    found = to_the_end(matters(projector, SCENARIO, about))
    last = found.shares[-1]
    turned = replace(found, shares=(last, *found.shares[:-1]))
    held = to_the_end(holding(projector, SCENARIO, turned))
    assert len(some(held.others)) == held.variants
    assert all(lead not in last.members for _, lead in held.others)


def test_that_a_variant_in_which_nothing_is_told_does_not_count(projector: Projector) -> None:
    assert _holding(projector, replace(GROWN, year=2040)) == Holding(0, ())
