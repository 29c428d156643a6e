"""Outcomes of investment: what is planned, spent and given up."""

from planner.model.outcome import Outcome

OUTCOMES = (
    Outcome(
        key="ai_capex",
        label="AI investment",
        unit="bn CNY/yr",
        group="money",
        whole="ai_capex",
        sense="flow",
        doc="AI investment of the country, Alibaba's and the funds' included.",
    ),
    Outcome(
        key="accelerator_spend",
        label="Money spent on accelerators",
        unit="bn CNY/yr",
        group="money",
        whole="accelerator_spend",
        sense="flow",
        doc="Money paid for accelerator hardware per year.",
    ),
    Outcome(
        key="money_unspent",
        label="Money not spent",
        unit="bn CNY/yr",
        group="money",
        whole="lapse",
        sense="flow",
        better="less",
        doc="Budgets for accelerators that found no chips and are given up, per year.",
    ),
    Outcome(
        key="order_backlog",
        label="Money waiting for chips",
        unit="bn CNY",
        group="money",
        whole="order_backlog",
        better="less",
        doc="Money that is budgeted for accelerators and neither spent nor given up yet.",
    ),
    Outcome(
        key="upgrade_cost",
        label="Cost of upgrading centers",
        unit="bn CNY/yr",
        group="money",
        whole="upgrade_cost",
        sense="flow",
        better="less",
        doc="Money it takes per year to bring centers into the national network.",
    ),
)
