"""A scenario as the fields of its file, and back; seventh floor of planner.

Knows the order and the nesting of the file; not bytes, and not what may stand in them.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from typing import Any

from planner.facts.record import Figures
from planner.files.format.decode import Fields
from planner.files.format.knots import path_of
from planner.files.format.migrate import FORMAT, present_version
from planner.files.format.own_fields import fields_of_points, points_of
from planner.files.format.presented_fields import argument_of, lists_of, presented_of
from planner.files.scenario.results import fields_of_results
from planner.files.scenario.target_fields import fields_of_targets, targets_of
from planner.model.counted.own import NONE, OwnNumbers
from planner.model.graph import model
from planner.model.indices import address, split_address
from planner.model.inputs import Assumption, Lever
from planner.model.paths import LeverPath
from planner.model.scenario import (
    BASELINE,
    LeverSetting,
    Scenario,
    lever_at,
    with_assumption,
    with_lever,
    with_targets,
)
from planner.quantities.spread import Spread
from planner.storage.sentences.file_error import refusal
from planner.studies.model_versions import Results

_SETTINGS = ("figures", "draws", "seed", "futures", "last_year")
_PARTS = ("low", "central", "high")


def fields_of(scenario: Scenario, results: Results | None = None) -> Fields:
    """Return the fields of the scenario's file, in order; what nobody wrote is left out."""
    said = {"title": scenario.title, "notes": scenario.notes, "author": scenario.author}
    return {
        "format": FORMAT,
        "version": present_version(),
        **{key: text for key, text in said.items() if text or key == "title"},
        **argument_of(scenario.presented),
        "baseline": BASELINE,
        "model_version": model().version,
        **_fields_of_state(scenario),
        **({"own": _own(scenario.own)} if scenario.own else {}),
        **lists_of(scenario.presented, _fields_of_state),
        **({} if results is None else {"results": fields_of_results(results)}),
    }


def scenario_of(fields: Fields, name: str) -> Scenario:
    """Return the scenario that valid fields of the file `name` describe.

    Raises FileError for what no single field can tell: a spread that is out of order, knots of a
    lever and a number for a part of them, a target of a place that its outcome does not have.
    """
    state = _state_of(fields, "", name)
    return replace(
        state,
        **{key: fields.get(key, "") for key in ("title", "notes", "author")},
        own=_own_of(fields.get("own", {}), state.figures, name),
        presented=presented_of(fields, name, _state_of),
    )


def _fields_of_state(state: Scenario) -> Fields:
    """Return the fields of what is run of a scenario, and of what it wants."""
    return {
        **{key: getattr(state, key) for key in _SETTINGS},
        "levers": _nested((name, _setting(value)) for name, value in state.levers),
        "assumptions": _nested((name, _parts(spread)) for name, spread in state.assumptions),
        **({"targets": fields_of_targets(state.targets)} if state.targets else {}),
    }


def _state_of(fields: Fields, place: str, name: str) -> Scenario:
    """Return the state, which has no texts, that fields at a place of the file describe."""
    within = f"{place}." if place else ""
    state = replace(Scenario(title=""), **{key: fields[key] for key in _SETTINGS})
    state = _with_levers(state, fields["levers"], f"{within}levers", name)
    for where, parts in _addressed(fields["assumptions"], model().assumptions):
        spread = _spread(parts, f"{within}assumptions.{where}", name)
        state = with_assumption(state, where, spread)
    return with_targets(state, targets_of(fields.get("targets", ()), name, f"{within}targets"))


def _with_levers(scenario: Scenario, levers: Fields, place: str, name: str) -> Scenario:
    for where, value in _addressed(levers, model().levers):
        _check_part(where, levers, place, name)
        setting = path_of(value) if isinstance(value, list) else value + 0.0
        scenario = with_lever(scenario, where, setting)
    return scenario


def _own(own: OwnNumbers) -> Fields:
    levers = _nested((where, _setting(value)) for where, value in own.levers)
    assumptions = _nested((where, _parts(spread)) for where, spread in own.assumptions)
    points = fields_of_points(own.points)
    told = (("points", points), ("levers", levers), ("assumptions", assumptions))
    return {key: each for key, each in told if each}


def _own_of(fields: Fields, figures: Figures, name: str) -> OwnNumbers:
    if not fields:
        return NONE
    levers = _with_levers(Scenario(figures=figures), fields.get("levers", {}), "own.levers", name)
    assumptions = tuple(
        (where, _spread(parts, f"own.assumptions.{where}", name))
        for where, parts in _addressed(fields.get("assumptions", {}), model().assumptions)
    )
    return OwnNumbers(points_of(fields.get("points", ()), name), levers.levers, assumptions)


def _nested(pairs: Iterable[tuple[str, Any]]) -> Fields:
    """Return values by key, and by element below the key where there is one."""
    found: Fields = {}
    for name, value in pairs:
        key, element = split_address(name)
        if element:
            found.setdefault(key, {})[element] = value
        else:
            found[key] = value
    return found


def _addressed(
    values: Fields, rows: Mapping[str, Lever] | Mapping[str, Assumption]
) -> Iterator[tuple[str, Any]]:
    """Yield each value with its address."""
    for key, value in values.items():
        if rows[key].index is None:
            yield key, value
        else:
            yield from ((address(key, element), part) for element, part in value.items())


def _setting(setting: LeverSetting) -> float | list[list[float]]:
    """Return a number, or the knots of a path as pairs."""
    if isinstance(setting, LeverPath):
        return [[_number(date), _number(value)] for date, value in setting.knots]
    return _number(setting)


def _check_part(where: str, levers: Fields, place: str, name: str) -> None:
    """Raise FileError where a lever has knots and a part of them a number."""
    part = lever_at(where)[0].part
    if part and part.of.key in levers:
        fields = {"field": f"{place}.{part.of.key}", "part": f"{place}.{where}"}
        raise refusal("knots_and_number", file=name, **fields)


def _number(value: float) -> float:
    """Return a whole number without its decimal point."""
    return int(value) if float(value).is_integer() else float(value)


def _parts(spread: Spread) -> dict[str, float]:
    return {part: _number(value) for part, value in zip(_PARTS, spread.parts, strict=True)}


def _spread(parts: dict[str, float], where: str, name: str) -> Spread:
    low, central, high = (parts[part] + 0.0 for part in _PARTS)
    if not low <= central <= high:
        said = {key: f"{parts[key]:.10g}" for key in _PARTS}
        raise refusal("out_of_order", file=name, field=where, **said)
    return Spread(low, central, high)
