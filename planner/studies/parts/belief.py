"""What part of a scenario comes from belief, and what part from policy.

Sixth floor of planner. Belief is what a scenario assumes: its assumptions and the figures it rests
on; policy is its levers. Three levels tell them apart: the baseline under default beliefs, the
baseline under those of the scenario, and the scenario. Where the futures are the same ones, each is
held against itself; under other figures they are not, and medians are held against each other.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from planner.ensemble.progress import Steps, as_part
from planner.model.scenario import Scenario, baseline_under
from planner.studies.compare import Changes, Pair, changes, choice_of

if TYPE_CHECKING:
    from planner.ensemble.many import Projector

DEFAULT: Final = Scenario()
_HALF: Final = 0.5


@dataclass(frozen=True, slots=True)
class Parts:
    """What belief changes against the baseline by default, and policy against that under belief."""

    belief: Changes
    policy: Changes


def has_own_beliefs(scenario: Scenario) -> bool:
    """Tell whether assumptions or figures of a scenario differ from the default."""
    return _beliefs(scenario) != _beliefs(DEFAULT)


def default_baseline(scenario: Scenario) -> Scenario:
    """Return the baseline under default beliefs, drawn as the scenario is."""
    default = baseline_under(scenario)
    return replace(default, figures=DEFAULT.figures, assumptions=DEFAULT.assumptions)


def believe_otherwise(scenarios: Sequence[Scenario]) -> tuple[Scenario, ...]:
    """Return the scenarios whose beliefs are not those of the first."""
    first, *others = scenarios
    return tuple(each for each in others if _beliefs(each) != _beliefs(first))


def parts(used: "Projector", scenario: Scenario, pairs: Sequence[Pair]) -> Steps[Parts]:
    """Return what belief and policy change, to the end of the scenario; yields what is done."""
    default, below = default_baseline(scenario), baseline_under(scenario)
    choice = choice_of((default, scenario))
    belief = yield from as_part(changes(used, default, below, pairs, choice), 0, _HALF)
    policy = yield from as_part(changes(used, below, scenario, pairs, choice), _HALF, 1)
    return Parts(belief, policy)


def _beliefs(scenario: Scenario) -> tuple[object, ...]:
    return scenario.figures, scenario.assumptions
