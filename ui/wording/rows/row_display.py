"""What a row shows for a scenario: pure decisions, tested without a window. Floor: wording."""

from collections.abc import Iterator
from dataclasses import dataclass

from planner.model.indices import LABELS, address
from planner.model.inputs import Assumption, Lever, default_value, elements_of
from planner.model.lever_settings import moves_alike
from planner.model.scenario import (
    Scenario,
    assumption_default,
    assumption_spread,
    lever_path,
    lever_value,
)
from planner.quantities.shown import with_unit
from planner.quantities.spread import Spread, fixed
from planner.quantities.told.labels import model_text
from planner.quantities.told.lists import in_a_row
from planner.storage.sentences.catalog import translate
from ui.wording.field_numbers import number_text
from ui.wording.figures.units import form_of
from ui.wording.rows.described import Described
from ui.wording.rows.in_year import limit_note, year_notes
from ui.wording.rows.path_display import (
    apart_line,
    end_of_path,
    follows_paths,
    has_own_path,
    knots_line,
)
from ui.wording.rows.tip import is_disputed
from ui.wording.sharing import is_mean, whole
from ui.wording.translate import unit_text

Note = tuple[str, ...]
"""One remark in ever shorter forms."""

_FEW = 3


@dataclass(frozen=True, slots=True)
class RowDisplay:
    """What a row shows: its values, the defaults they are compared with, and remarks in words.

    The three parts of a number that is decided are the same. A lever that may change over time
    `has_path`, be it one value for all years.
    """

    values: Spread
    defaults: Spread
    is_changed: bool
    notes: tuple[Note, ...] = ()
    has_path: bool = False
    has_own_path: bool = False


def row_display(input_: Described, scenario: Scenario, year: int) -> RowDisplay:
    """Return what the row of an input shows of a scenario, in a year where that matters."""
    match input_.row:
        case Lever():
            return _of_lever(input_, input_.row, scenario, year)
        case Assumption():
            return _of_assumption(input_, input_.row, scenario)


def values_of(scenario: Scenario, lever: Lever) -> tuple[float, ...]:
    """Return the values of every element of a lever, in order."""
    return tuple(lever_value(scenario, address(lever.key, each)) for each in elements_of(lever))


def _of_lever(input_: Described, lever: Lever, scenario: Scenario, year: int) -> RowDisplay:
    default = Scenario(figures=scenario.figures)
    number, usual = (_value(input_, lever, each) for each in (scenario, default))
    values = fixed(number)
    return RowDisplay(
        values=values,
        defaults=fixed(usual),
        is_changed=any(not moves_alike(scenario, default, name) for name in input_.names),
        notes=(
            *_beyond(input_, values),
            *_in_force(input_, scenario),
            *limit_note(input_, lever, usual),
            *year_notes(input_, lever, scenario, year, (number, usual)),
            *_own_path(input_, lever, scenario),
            *_disputed(input_),
            *_unknown(input_, lever, scenario),
        ),
        has_path=follows_paths(lever),
        has_own_path=has_own_path(scenario, input_.names),
    )


def _of_assumption(input_: Described, row: Assumption, scenario: Scenario) -> RowDisplay:
    name = address(row.key, input_.element)
    values = assumption_spread(scenario, name)
    default = assumption_default(name, scenario.figures)
    return RowDisplay(
        values=values,
        defaults=default,
        is_changed=values != default,
        notes=(*_beyond(input_, values), *_own_value(name, scenario), *_disputed(input_)),
    )


def _value(input_: Described, lever: Lever, scenario: Scenario) -> float:
    """Return the number of a lever, or of all its areas together."""
    if input_.is_whole:
        return whole(lever, values_of(scenario, lever))
    return lever_value(scenario, input_.address)


def _beyond(input_: Described, values: Spread) -> Iterator[Note]:
    if not all(map(input_.scale.is_soft, values.parts)):
        yield (translate("Row", "beyond the usual range"),)


def _in_force(input_: Described, scenario: Scenario) -> Iterator[Note]:
    """Yield that a lever is as the planner says it was in force, apart from what is published."""
    if not scenario.own.levers:
        return
    in_force, set_to = dict(scenario.own.levers), dict(scenario.levers)
    if any(name in in_force and set_to.get(name) == in_force[name] for name in input_.names):
        long = translate("Row", "your own number, in force")
        yield long, translate("Row", "your own number")


def _own_value(name: str, scenario: Scenario) -> Iterator[Note]:
    """Yield that an assumption is a planner's own value, apart from what is published."""
    own = dict(scenario.own.assumptions).get(name)
    if own is not None and own == dict(scenario.assumptions).get(name):
        yield (translate("Row", "your own number"),)


def _own_path(input_: Described, lever: Lever, scenario: Scenario) -> Iterator[Note]:
    """Yield the path that the scenario gives a lever."""
    if not has_own_path(scenario, input_.names):
        return
    if input_.is_whole:
        long = translate("Row", "Places follow paths of their own")
        yield long, translate("Row", "Own paths")
        return
    path = lever_path(scenario, input_.address)
    if path.is_constant:
        return
    text = translate("Row", "Path: {knots}")
    lines = (
        knots_line(lever, path),
        apart_line(scenario, input_.address),
        knots_line(lever, path, _FEW),
    )
    yield *(text.format(knots=line) for line in lines if line), end_of_path(lever, path)


def _disputed(input_: Described) -> Iterator[Note]:
    if any(is_disputed(input_.row, each) for each in input_.elements):
        yield (
            translate("Row", "Figures in dispute"),
            translate("Row", "In dispute"),
        )


def _unknown(input_: Described, lever: Lever, scenario: Scenario) -> Iterator[Note]:
    """Yield which published figures are missing, and the assumptions in their place."""
    if not input_.is_whole:
        if input_.element in lever.unknown:
            text = translate("Row", "No published figure; {assumed} assumed")
            yield (text.format(assumed=_assumed(lever, input_.element, scenario)),)
        return
    if is_mean(lever):
        yield (translate("Row", "Mean of the places"),)
    if lever.unknown:
        yield _all_unknown(lever, scenario)


def _all_unknown(lever: Lever, scenario: Scenario) -> Note:
    one = translate("Row", "{area} ({assumed} assumed)")
    alike: dict[str, list[str]] = {}
    for each in lever.unknown:
        alike.setdefault(_assumed(lever, each, scenario), []).append(model_text(LABELS[each]))
    parts = [one.format(area=in_a_row(areas), assumed=value) for value, areas in alike.items()]
    names = in_a_row(model_text(LABELS[each]) for each in lever.unknown)
    long = translate("Row", "No published figure: {areas}")
    short = translate("Row", "{areas} unpublished")
    count = translate("Row", "{count} of {all}")
    numbers = count.format(count=len(lever.unknown), all=len(elements_of(lever)))
    return (
        long.format(areas=in_a_row(parts)),
        long.format(areas=names),
        short.format(areas=names),
        short.format(areas=numbers),
    )


def _assumed(lever: Lever, element: str, scenario: Scenario) -> str:
    """Return the assumption that stands in for an unknown figure, as a number in words."""
    value = default_value(lever, element, scenario.figures)
    form = form_of(lever.unit).of_size(value)
    return with_unit(number_text(value * form.factor), unit_text(form.shown))
