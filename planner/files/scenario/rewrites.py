"""Makes levers of model 2 of those of model 1, where they have the same meaning in another form.

Seventh floor of planner. Each rewrite takes the levers of the file, the old ones with their
numbers, and the figures; one that cannot keep the meaning returns what it was given.
"""

from collections.abc import Callable, Mapping
from math import ceil
from typing import Final

from planner.facts.record import Figures
from planner.files.format.decode import Fields
from planner.files.scenario.model_1_rows import LEVERS, is_number
from planner.model.indices import AREAS
from planner.model.inputs import Part
from planner.model.lever_settings import with_lever_moved
from planner.model.paths import FIRST_DATE, Knot, LeverPath, value_at
from planner.model.scenario import (
    Scenario,
    ScenarioError,
    lever_at,
    lever_default,
    lever_path,
    with_lever,
)

_ALIBABA: Final = ("alibaba_plan", "alibaba_later")
_PLAN_BEGINS: Final = 2025.25
_QUARTERS: Final = 4
_MILLIONS_IN_A_BILLION: Final = 1000


def _with_end(made: Fields, old: Mapping[str, float], figures: Figures) -> Fields:
    """Vouchers end when they did: the last knot of every budget is there."""
    budgets = made.get("voucher_budget", {})
    if not isinstance(budgets, dict):
        return made
    if any(isinstance(each, list) for each in (*budgets.values(), made.get("data_voucher_budget"))):
        return made  # knots, which model 1 did not have, end where they end
    ended = {
        area: _ended(f"voucher_budget.{area}", budgets.get(area), old["voucher_end"], figures)
        for area in AREAS
    }
    data = _ended(
        "data_voucher_budget", made.get("data_voucher_budget"), old["voucher_end"], figures
    )
    return {**made, "voucher_budget": {**budgets, **ended}, "data_voucher_budget": data}


def _ended(name: str, number: object, end: float, figures: Figures) -> object:
    """Return the knots of a budget that ends at a date; what is no number stays as it is."""
    scenario = Scenario(figures=figures)
    if is_number(number):
        scenario = with_lever(scenario, name, number)
    elif number is not None:
        return number
    knots = [knot for knot in lever_path(scenario, name).knots[:-1] if knot[0] < end]
    return _fields_of((*knots, (end, 0.0)))


def _with_plan(made: Fields, old: Mapping[str, float], figures: Figures) -> Fields:
    """A plan of another length or tilt is a knot a quarter, and what comes later follows it."""
    plan = made.get("alibaba_plan", lever_default("alibaba_plan", figures))
    later = made.get("alibaba_later", lever_default("alibaba_later", figures))
    if not (is_number(plan) and is_number(later)):
        return made
    years = old.get("alibaba_plan_years", LEVERS["alibaba_plan_years"].default)
    tilt = old.get("alibaba_plan_tilt", LEVERS["alibaba_plan_tilt"].default)
    after = lever_path(
        with_lever_moved(Scenario(figures=figures), "alibaba_later", later), "alibaba_capex"
    )
    end = _PLAN_BEGINS + years
    first = max(end, _part("alibaba_later").start)
    knots = (
        after.knots[0],
        *_quarters(plan, years, tilt),
        (end, value_at(after, "step", first)),
        *(knot for knot in after.knots if knot[0] > first),
    )
    path = LeverPath(knots)
    with_lever(Scenario(figures=figures), "alibaba_capex", path)
    rest = {key: value for key, value in made.items() if key not in _ALIBABA}
    return {**rest, "alibaba_capex": _fields_of(path.knots)}


def _quarters(plan: float, years: float, tilt: float) -> list[Knot]:
    """Return what the plan of model 1 spends in each of its quarters, on average."""
    knots = []
    for quarter in range(ceil(years * _QUARTERS)):
        begin, end = quarter / _QUARTERS, min((quarter + 1) / _QUARTERS, years)
        phase = (begin + end) / 2 / years
        knots.append((_PLAN_BEGINS + begin, plan / years * (1 + tilt * (2 * phase - 1))))
    return knots


def _with_later(made: Fields, old: Mapping[str, float], _figures: Figures) -> Fields:
    return {**made, "alibaba_later": old["alibaba_capex_after"]}


def _with_capex(made: Fields, old: Mapping[str, float], figures: Figures) -> Fields:
    return {**made, "other_capex": _in_proportion("other_capex", "other_capex", old, figures)}


def _with_fund(made: Fields, old: Mapping[str, float], _figures: Figures) -> Fields:
    return {**made, "local_fund": {"beijing": old["public_fund"] * _MILLIONS_IN_A_BILLION}}


def _with_imports(made: Fields, old: Mapping[str, float], figures: Figures) -> Fields:
    channels = ("legal_imports", "smuggled_imports")
    moved = {name: _in_proportion("chip_imports", name, old, figures) for name in channels}
    return {**made, **moved}


def _with_supernodes(made: Fields, old: Mapping[str, float], _figures: Figures) -> Fields:
    """The share of model 1 was the same in every year."""
    return {**made, "supernode_share": [[FIRST_DATE, old["supernode_share"]]]}


def _in_proportion(key: str, name: str, old: Mapping[str, float], figures: Figures) -> float:
    """Return the default of a lever times what an old one was over its default, if allowed."""
    value = lever_default(name, figures) * old[key] / LEVERS[key].default
    with_lever(Scenario(figures=figures), name, value)
    return value


def _part(name: str) -> Part:
    part = lever_at(name)[0].part
    if part is None:
        message = f"{name} is no part of a path"
        raise ScenarioError(message)
    return part


def _fields_of(knots: tuple[Knot, ...]) -> list[list[float]]:
    return [[date, value] for date, value in knots]


Rewrite = Callable[[Fields, Mapping[str, float], Figures], Fields]

REWRITES: Final[Mapping[tuple[str, ...], Rewrite]] = {
    ("voucher_end",): _with_end,
    ("alibaba_capex_after",): _with_later,
    ("alibaba_plan_years", "alibaba_plan_tilt"): _with_plan,
    ("other_capex",): _with_capex,
    ("public_fund",): _with_fund,
    ("chip_imports",): _with_imports,
    ("supernode_share",): _with_supernodes,
}
"""What makes levers of model 2 of those of model 1, in this order."""
