"""The answer of `suanli compare`: a column per scenario; the first is what others differ from."""

from collections.abc import Iterator, Sequence
from functools import partial
from typing import assert_never

from planner.ensemble.projection import Projection, Request
from planner.facts.record import FIGURES_IN_WORDS
from planner.files.exports.told_units import table_unit, units_remark
from planner.files.scenario.titles import distinct_names
from planner.model.lever_settings import lever_texts_apart
from planner.model.paths import KNOTS_AT_MOST
from planner.model.scenario import (
    Scenario,
    assumption_at,
    assumption_spread,
    lever_at,
)
from planner.quantities.listed import listed
from planner.quantities.told.labels import model_text
from planner.quantities.told.numerals import numerals
from planner.quantities.unit_forms import unit_form
from planner.storage.sentences.catalog import translate
from planner.studies.compare import Change, Changes, choice_of, is_paired
from planner.studies.differing_inputs import Setting, differing_inputs
from planner.studies.key_figures import YEAR, years_within
from ui.terminal.tables.columns import aligned
from ui.terminal.tables.counted import counted_side_by_side
from ui.terminal.tables.figures import (
    head_of_differences,
    in_unit,
    key_figures_told,
    median_at,
    month_place,
    months_to_show,
    range_head,
    share_head,
    value_rows,
    written_difference,
    written_range_of_change,
    written_share,
)
from ui.terminal.tables.wrapping import filled
from ui.wording.draws import draws_text
from ui.wording.figures.units import units
from ui.wording.numbers import fixed
from ui.wording.translate import unit_text

Row = list[str]


def inputs_that_differ(scenarios: Sequence[Scenario]) -> str:
    """Return a table of the levers, assumptions and settings that are not the same in all."""
    head = ["", *distinct_names(each.title for each in scenarios)]
    rows = list(_inputs(scenarios))
    return aligned([head, *rows]) if rows else _same_inputs()


def _same_inputs() -> str:
    return translate("Terminal", "The scenarios have the same inputs.")


def key_figures(projections: Sequence[Projection], changes: Sequence[Changes]) -> str:
    """Return a table of the key figures: median, range, and what each changes against the first.

    `changes` are those of each run but the first.
    """
    head = ["", *distinct_names(each.scenario.title for each in projections)]
    rows = [head]
    for outcome, element in key_figures_told():
        for month in months_to_show(projections, (YEAR,)):
            rows += _figures(projections, changes, Request(outcome, element), month)
    last = min(each.scenario.last_year for each in projections)
    for year in years_within(last, (YEAR,)):
        rows += counted_side_by_side(projections, year)
    return aligned(rows)


def _inputs(scenarios: Sequence[Scenario]) -> Iterator[Row]:
    """Yield a row for each input that differs; of paths all knots in which they do."""
    found = differing_inputs(scenarios)
    for name in found.levers:
        unit, factor = table_unit(lever_at(name)[0].unit, units())
        number = partial(_number, factor=factor)
        texts = lever_texts_apart(name, scenarios, number, most=KNOTS_AT_MOST)
        yield [_named(name, unit), *texts]
    for name in found.assumptions:
        unit, factor = table_unit(assumption_at(name)[0].unit, units())
        spreads = (assumption_spread(each, name) for each in scenarios)
        texts = [":".join(_number(value, factor) for value in each.parts) for each in spreads]
        yield [_named(name, unit), *texts]
    for setting in found.settings:
        yield [_called(setting), *(_set_to(setting, each) for each in scenarios)]


def _number(value: float, factor: float) -> str:
    """Return a number of an input as exactly as it is set, to be typed as it stands here."""
    return f"{value * factor:.10g}".replace(".", numerals().decimal)


def _called(setting: Setting) -> str:
    match setting:
        case "figures":
            return translate("Terminal", "figures")
        case "draws":
            return translate("Terminal", "draws")
        case "own":
            return translate("Terminal", "own")
        case "futures":
            return translate("Terminal", "futures")
        case "seed":
            return translate("Terminal", "seed")
        case "last_year":
            return translate("Terminal", "last year")
        case _:
            assert_never(setting)


def _set_to(setting: Setting, scenario: Scenario) -> str:
    match setting:
        case "figures":
            return model_text(FIGURES_IN_WORDS[scenario.figures])
        case "draws":
            return draws_text(scenario.draws)
        case "own":
            own = scenario.own
            return str(len(own.points) + len(own.levers) + len(own.assumptions))
        case "futures":
            return fixed(scenario.futures, 0, numerals())
        case "seed":
            return str(scenario.seed)
        case "last_year":
            return str(scenario.last_year)
        case _:
            assert_never(setting)


def _named(name: str, unit: str) -> str:
    """Return the name of an input with the unit it is set in; a bare number has none."""
    return in_unit(name, unit_text(unit)) if unit_form(unit).shown else name


def how_compared(scenarios: Sequence[Scenario]) -> str:
    """Return in sentences how the differences are taken, and of which scenarios in another way."""
    first, *others = scenarios
    names = distinct_names(each.title for each in scenarios)[1:]
    apart = [n for n, each in zip(names, others, strict=True) if not is_paired(first, each)]
    said = [_paired()] if len(apart) < len(others) else []
    if choice_of(scenarios) == "paired":
        said.append(_alike())
    if apart:
        said.append(_apart(apart))
    said += filter(None, [units_remark(units())])
    return "\n".join(map(filled, said))


def _paired() -> str:
    return translate(
        "Terminal",
        "Against the first: each future is held against the same future of the first scenario; "
        "the median of these differences, and the range of 80% of them.",
    )


def _alike() -> str:
    return translate(
        "Terminal",
        "The scenarios have other ranges of assumptions; all are drawn at the futures that the "
        "default ranges keep, so that these are the same ones.",
    )


def _apart(names: Sequence[str]) -> str:
    text = translate(
        "Terminal",
        "Drawn from other futures than the first, by draws, seed or figures: {names}. There the "
        "difference is that of the two medians, and has no range.",
    )
    return text.format(names=listed(names))


def _figures(
    projections: Sequence[Projection], changes: Sequence[Changes], request: Request, month: str
) -> Iterator[Row]:
    """Yield the rows of one figure in one month: median, range, change and its range."""
    outcome, pair = request.outcome, request[:2]
    yield from value_rows(request, [(each, month) for each in projections], month)
    place = month_place(projections[0], month)
    are_one = all(run.is_one_future for run in projections)
    told = [
        (_median_alone(each[pair]) if are_one else each[pair], median_at(run, request, month))
        for each, run in zip(changes, projections[1:], strict=True)
    ]
    medians = [
        written_difference(outcome, float(change.median[place]), level, "first")
        for change, level in told
    ]
    yield [head_of_differences(outcome, "first"), "", *medians]
    ranges = [written_range_of_change(outcome, change, level, place) for change, level in told]
    if any(ranges):
        yield [range_head(2), "", *ranges]
    shares = [
        "" if text == "0" else _share(change, place)
        for (change, _), text in zip(told, medians, strict=True)
    ]
    if any(shares):
        yield [share_head(), "", *shares]


def _median_alone(change: Change) -> Change:
    """Return what changes in one future: it has no range, and there are no shares of it."""
    return Change(change.median)


def _share(change: Change, place: int) -> str:
    """Return in how many futures a figure is higher or lower than in the first."""
    if change.higher is None or change.lower is None:
        return ""
    ends = float(change.higher[place]), float(change.lower[place])
    return written_share(float(change.median[place]), *ends)
