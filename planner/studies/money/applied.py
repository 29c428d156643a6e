"""Scenarios in which an answer about money is done: a budget that is enough, or an amount more.

Sixth floor of planner, pure.
"""

from math import isfinite

from planner.model.scenario import Scenario
from planner.studies.money.result import Costs, MoneyAnswer
from planner.studies.spending.spent import Spending


def with_amount(answer: MoneyAnswer, costs: Costs) -> Scenario:
    """Return the scenario with the amount that was asked about spent on one instrument.

    Of a network that needs less it is as much as that needs.
    """
    return _spent(answer, answer.question.scenario, costs, costs.at(answer.question.amount).amount)


def with_enough(answer: MoneyAnswer, *several: Costs) -> Scenario | None:
    """Return the scenario with budgets up to where the next enterprise costs what it is worth.

    It is the median of the futures, over the years that were asked about. None where none of the
    instruments has such a budget within what was tried.
    """
    scenario, is_any = answer.question.scenario, False
    for costs in several:
        if costs.enough is not None and isfinite(costs.enough.median):
            more = costs.enough.median - costs.today
            scenario, is_any = _spent(answer, scenario, costs, more), True
    return scenario if is_any else None


def _spent(answer: MoneyAnswer, scenario: Scenario, costs: Costs, amount: float) -> Scenario:
    spending = Spending(answer.question.years, answer.network)
    return spending.put(scenario, {costs.instrument: amount})
