"""Limits: what keeps more compute from being used, as a code that is counted, never averaged.

1 is demand, 2 power, 3 chips, 4 money.
"""

from planner.model.language.equation import label
from planner.model.language.functions import choose, total
from planner.quantities.units import Number


@label("What limits supply")
def supply_limit(
    power_allowance, power_limit_threshold, chip_shortage, shortage_limit_threshold
) -> Number:
    """What limits supply: power, else chips, else money."""
    return choose(
        power_allowance < power_limit_threshold,
        2.0,
        choose(chip_shortage > shortage_limit_threshold, 3.0, 4.0),
    )


def limit(tightness, reference_tightness, supply_limit) -> Number:
    """What limits use in each segment: demand where compute is left over, else supply's limit."""
    return choose(tightness < reference_tightness, 1.0, supply_limit)


def limit_total(demand, deliverable_total, reference_tightness, supply_limit) -> Number:
    """What limits use in the country."""
    return choose(total(demand) / deliverable_total < reference_tightness, 1.0, supply_limit)
