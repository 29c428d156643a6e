"""Carries a scenario that model 1 made over to model 2, whose levers follow paths; top floor.

What has the same meaning stays, what has another form is rewritten, and what is gone or means
something else is left out and told by name. The rows of model 1 stand here as data: they are
needed to read its files, and nowhere else.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from math import ceil
from typing import Final, TypeGuard

from planner.facts.record import Figures
from planner.files.format.allowed import allowed_by
from planner.files.format.decode import Fields
from planner.model.graph import model
from planner.model.indices import AREAS
from planner.model.inputs import Part
from planner.model.lever_settings import with_lever_moved
from planner.model.paths import FIRST_DATE, Knot, LeverPath, PathError, value_at
from planner.model.scenario import (
    Scenario,
    ScenarioError,
    lever_at,
    lever_default,
    lever_path,
    with_lever,
)
from planner.storage.sentences.file_error import refusal, shown

_ALIBABA: Final = ("alibaba_plan", "alibaba_later")
_PLAN_BEGINS: Final = 2025.25
_QUARTERS: Final = 4
_MILLIONS_IN_A_BILLION: Final = 1000


@dataclass(frozen=True, slots=True)
class Old:
    """A lever of model 1 that model 2 has in another form or not at all."""

    least: float
    most: float
    unit: str
    default: float


LEVERS: Final[Mapping[str, Old]] = {
    "voucher_end": Old(2025, 2051, "year", 2031),
    "alibaba_plan_years": Old(0.25, 25, "yr", 3),
    "alibaba_plan_tilt": Old(-1, 1, "1", 0),
    "alibaba_capex_after": Old(0, 5000, "bn CNY/yr", 130),
    "other_capex": Old(0, 20_000, "bn CNY/yr", 523),
    "public_fund": Old(0, 2000, "bn CNY/yr", 2),
    "chip_imports": Old(0, 20_000, "EFLOPS/yr", 300),
    "center_utilization_target": Old(0.01, 1, "share", 0.45),
    "network_build_time": Old(0.25, 50, "yr", 4),
    "center_share": Old(0, 1, "share", 0.35),
    "domestic_chip_growth": Old(-0.5, 2, "1/yr", 0.32),
    "supernode_share": Old(0, 1, "share", 0.3),
}
_REWRITTEN: Final = ("voucher_budget", "data_voucher_budget", "alibaba_plan")
"""Levers of both models that other levers of model 1 rewrite."""
LEFT_OUT: Final = (
    "center_utilization_target",
    "network_build_time",
    "center_share",
    "domestic_chip_growth",
)
"""Gone, or of the same name and another meaning."""
ANOTHER_MEANING: Final = (
    "hardware_price_2025",
    "price_performance",
    "domestic_supply_2025",
    "supply_pull",
    "construction_time",
    "rent_2025",
    "voucher_leakage",
    "sme_use_growth",
    "revenue_2025",
)
"""Assumptions of both models that say something else in each: another price, unit or date."""
GONE: Final = (
    "birth_rate",
    "center_capacity_2025",
    "center_growth_2025",
    "center_utilization_2025",
    "cloud_capacity_2025",
    "cloud_growth_2025",
    "cloud_utilization_ceiling",
    "compute_share",
    "death_rate",
    "domestic_growth_settled",
    "import_trend",
    "revenue_growth",
)
"""Assumptions of model 1 that model 2 does not have."""
NARROWED: Final[Mapping[str, tuple[float, float]]] = {
    "accelerator_life": (0.5, 50),
    "entry_elasticity": (0, 5),
    "exit_elasticity": (0, 5),
}
"""Assumptions of which model 2 allows less, with what model 1 allowed."""


def is_of_model_1(fields: Fields) -> bool:
    """Tell whether the fields name model 1 as the one that made them."""
    made_by = fields.get("model_version")
    return isinstance(made_by, str) and made_by.startswith("1.")


def carry_over(fields: Fields, name: str) -> tuple[Fields, tuple[str, ...]]:
    """Return the fields of a file of model 1 as model 2 has them, and what was left out, by name.

    Raises FileError for a value that model 1 did not allow either. What is not shaped like a
    scenario stays as it is, for the checks that come after.
    """
    levers, assumptions = fields.get("levers"), fields.get("assumptions")
    if not isinstance(levers, dict) or not isinstance(assumptions, dict):
        return fields, ()
    old = {key: _checked(key, levers[key], name) for key in LEVERS if key in levers}
    kept = {key: value for key, value in levers.items() if key not in LEVERS}
    figures: Figures = "as_stated" if fields.get("figures") == "as_stated" else "corroborated"
    made, lost = _levers(kept, old, figures)
    stay = {key: value for key, value in assumptions.items() if _stays(key, value)}
    gone = [key for key in assumptions if key not in stay and _was_there(key)]
    unknown = {key: value for key, value in assumptions.items() if not _was_there(key)}
    return {**fields, "levers": made, "assumptions": {**stay, **unknown}}, (*lost, *gone)


def _checked(key: str, value: object, name: str) -> float:
    """Return the number of a lever of model 1. Raises FileError where that had not taken it."""
    row = LEVERS[key]
    if _is_number(value) and row.least <= value <= row.most:
        return float(value)
    schema = {"type": "number", "minimum": row.least, "maximum": row.most, "unit": row.unit}
    field, allowed = f"levers.{key}", allowed_by(schema)
    raise refusal("wrong", file=name, field=field, found=shown(value), allowed=allowed)


def _levers(kept: Fields, old: Mapping[str, float], figures: Figures) -> tuple[Fields, list[str]]:
    """Return the levers of model 2 and what is left out of those of model 1."""
    lost = [key for key in LEFT_OUT if key in old]
    made = dict(kept)
    for keys, rewrite in _REWRITES.items():
        if any(key in old for key in keys):
            try:
                changed = rewrite(made, old, figures)
            except (ScenarioError, PathError):
                changed = made
            if changed is made or _touches(kept, changed):
                lost += [key for key in keys if key in old]
            else:
                made = changed
    return made, lost


def _touches(kept: Fields, changed: Fields) -> bool:
    """Tell whether a rewrite takes away what stands in the file for a lever of model 2 alone."""
    return any(changed.get(key) != kept[key] for key in kept if key not in _REWRITTEN)


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
    if _is_number(number):
        scenario = with_lever(scenario, name, number)
    elif number is not None:
        return number
    knots = [knot for knot in lever_path(scenario, name).knots[:-1] if knot[0] < end]
    return _fields_of((*knots, (end, 0.0)))


def _with_plan(made: Fields, old: Mapping[str, float], figures: Figures) -> Fields:
    """A plan of another length or tilt is a knot a quarter, and what comes later follows it."""
    plan = made.get("alibaba_plan", lever_default("alibaba_plan", figures))
    later = made.get("alibaba_later", lever_default("alibaba_later", figures))
    if not (_is_number(plan) and _is_number(later)):
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


_Rewrite = Callable[[Fields, Mapping[str, float], Figures], Fields]

_REWRITES: Final[Mapping[tuple[str, ...], _Rewrite]] = {
    ("voucher_end",): _with_end,
    ("alibaba_capex_after",): _with_later,
    ("alibaba_plan_years", "alibaba_plan_tilt"): _with_plan,
    ("other_capex",): _with_capex,
    ("public_fund",): _with_fund,
    ("chip_imports",): _with_imports,
    ("supernode_share",): _with_supernodes,
}
"""What makes levers of model 2 of those of model 1, in this order."""


def _was_there(key: str) -> bool:
    """Tell whether a key is one of an assumption of either model."""
    return key in model().assumptions or key in GONE


def _stays(key: str, value: object) -> bool:
    """Tell whether a changed assumption means the same in model 2, and is allowed there.

    What neither model allows stays, to be refused.
    """
    if key in ANOTHER_MEANING or key in GONE or not _was_there(key):
        return False
    if key not in NARROWED:
        return True
    row, (least, most) = model().assumptions[key], NARROWED[key]
    numbers = _numbers(value)
    was_allowed = all(least <= number <= most for number in numbers)
    return not was_allowed or all(row.least <= number <= row.most for number in numbers)


def _numbers(value: object) -> list[float]:
    """Return every number in a value, however it is nested."""
    if isinstance(value, dict):
        return [number for part in value.values() for number in _numbers(part)]
    return [float(value)] if _is_number(value) else []


def _is_number(value: object) -> TypeGuard[float]:
    return isinstance(value, int | float) and not isinstance(value, bool)


def _part(name: str) -> Part:
    part = lever_at(name)[0].part
    if part is None:
        message = f"{name} is no part of a path"
        raise ScenarioError(message)
    return part


def _fields_of(knots: tuple[Knot, ...]) -> list[list[float]]:
    return [[date, value] for date, value in knots]
