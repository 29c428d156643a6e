"""Any targets a planner can have of outcomes, drawn by a seeded generator."""

from random import Random

from planner.model.graph import model
from planner.model.paths import FIRST_DATE, LAST_DATE, LeverPath
from planner.model.scenario import Scenario, with_target
from planner.model.targets.faults import LEVEL_AT_MOST, TARGETS_AT_MOST, TargetError
from planner.model.targets.target import FIRST_YEAR, LAST_YEAR, SENSES, Level, Target

NUMBERS = tuple(row for row in model().outcomes.values() if not row.is_counted)


def with_any_targets(scenario: Scenario, random: Random) -> Scenario:
    """Return the scenario with up to twenty targets that are allowed."""
    for _ in range(random.choice((0, 1, 2, 3, TARGETS_AT_MOST))):
        try:
            scenario = with_target(scenario, any_target(random))
        except TargetError as error:
            if error.fault not in {"twice", "unit", "element"}:
                raise
    return scenario


def any_target(random: Random) -> Target:
    """Return a target; the outcome it is held against may be an impossible one."""
    row = random.choice(NUMBERS)
    level = _level(random)
    is_path = isinstance(level, LeverPath)
    return Target(
        row.key,
        random.choice(SENSES),
        level,
        random.choice(row.elements),
        None if is_path else random.choice((None, random.randint(FIRST_YEAR, LAST_YEAR))),
        random.choice(("step", "linear")) if is_path else "step",
    )


def _level(random: Random) -> Level:
    match random.randint(0, 3):
        case 0:
            return random.choice(NUMBERS).key
        case 1:
            dates = {random.uniform(FIRST_DATE, LAST_DATE) for _ in range(random.randint(1, 12))}
            return LeverPath(tuple((date, _number(random)) for date in sorted(dates)))
    return _number(random)


def _number(random: Random) -> float:
    numbers = (
        random.uniform(0, 20_000),
        random.uniform(0, 1),
        random.randint(0, 99),
        -LEVEL_AT_MOST,
    )
    return float(random.choice(numbers))
