"""Scenarios beside each other: compared, held in variants of the model, and in other worlds.

What all these functions take and raise is told in `suanli.studies`.
"""

from argparse import Namespace
from collections.abc import Sequence
from dataclasses import replace
from math import isfinite

from planner.files.exports.comparison_table import Told, comparison_records
from planner.files.exports.variants_table import variants_records
from planner.files.scenario.titles import told_apart
from planner.model.graph import model
from planner.model.outcome import Better
from planner.model.scenario import FIRST_YEAR
from planner.model.scenario import Scenario as Value
from planner.quantities.telling import level_decimals
from planner.quantities.told.numerals import numerals
from planner.studies.answers.about import About, check_about
from planner.studies.combination import combination, combined, years_of
from planner.studies.compare import Pair
from planner.studies.comparison import Cell, Comparison, Row, by_outcome, by_year, compared
from planner.studies.finding import finding
from planner.studies.robustness import Asked, robustness
from planner.studies.survive.surviving import surviving
from planner.studies.survive.tradeoff import trading_off
from suanli.answers import Answer, answered, recorded
from suanli.driving import Cancel, Progress, done, driven, in_parts, projector
from suanli.errors import Error, one_sentence
from suanli.scenarios import AnyScenario, value_of
from suanli.typed import (
    USUAL_OUTCOME,
    YEAR,
    about_of,
    check_one,
    given,
    text_of,
    texts_of,
    whole_of,
)
from ui.terminal.ask.survive import weighed_in
from ui.terminal.reading.outcomes import outcome_named
from ui.terminal.reading.wanted import with_wanted
from ui.terminal.tables.figures import key_figures_told
from ui.terminal.tables.side_by_side import how_compared
from ui.wording.answers import survive as survive_words
from ui.wording.answers.tradeoff import tradeoff_answer
from ui.wording.elements import name_within
from ui.wording.figures.units import form_of
from ui.wording.numbers import signed_fixed

_FEWEST = 2


def compare(
    *scenarios: AnyScenario,
    against: AnyScenario | None = None,
    outcome: str | None = None,
    year: int = YEAR,
    futures: int | None = None,
    progress: Progress | None = None,
    cancel: Cancel | None = None,
) -> Answer:
    """Hold scenarios against the first, or `against` another one, future by future.

    The table has the key figures of each in December of a year; with an `outcome` that one in every
    year. Levels and differences have ranges of 80%; each row names its unit. What a scenario that
    combines others gives only together stands behind.

    >>> import suanli
    >>> table = suanli.compare("baseline", "vouchers-x4", outcome="enterprises", futures=64).table()
    >>> table.query("year == 2030").difference.tolist()[1] > 0
    True
    """
    with one_sentence():
        values = _told_apart(scenarios, against, futures)
        pair = None if outcome is None else outcome_named(text_of(outcome, "outcome"))
        year, years = whole_of(year, "year"), years_of(values)
        if pair is None and not FIRST_YEAR <= year <= years[-1]:
            raise Error(f"the year is {year}, outside {FIRST_YEAR} to {years[-1]}")
        used, (first, _) = projector(), in_parts(progress, 0.8)
        last = max(each.last_year for each in values)
        places = (
            by_outcome(key_figures_told(), year)
            if pair is None
            else by_year(*pair, range(FIRST_YEAR, last + 1))
        )
        table = driven(compared(used, values, places, reference=0), first, cancel)
        asked = _added_up() if pair is None else (pair,)
        known = (min(year, years[-1]),) if pair is None else years
        only = tuple(
            each
            for found in combined(values)
            for each in driven(combination(used, values, found, asked, known), None, cancel)
        )
        done(progress)
        records, notes = comparison_records(Told(table, only)), how_compared(values).splitlines()
        told = recorded("compare", "Scenarios", sentences_of(table), values[0], records)
        return replace(told, notes=(" ".join(notes),))


def variants(
    scenario: AnyScenario,
    outcome: str,
    year: int,
    *,
    futures: int | None = None,
    progress: Progress | None = None,
    cancel: Cancel | None = None,
) -> Answer:
    """Tell in how many futures and variants of the model the effect of the levers holds.

    The table has a row for each variant: shares of futures above and below zero, 0 to 1, and
    quantiles of the effect in the outcome's unit.

    >>> import suanli
    >>> answer = suanli.variants("vouchers-x4", "enterprises", 2030, futures=64)
    >>> answer.table().variant.is_unique
    True
    """
    with one_sentence():
        value = value_of(scenario, futures)
        pair = outcome_named(text_of(outcome, "outcome"))
        about = check_about(About(*pair, whole_of(year, "year")))
        asked = Asked(*about.pair, about.year)
        projector()
        found = driven(robustness(value, asked), progress, cancel)
        told = recorded(
            "variants", "Whether it holds", [finding(found)], value, variants_records(found)
        )
        unit = model().outcomes[asked.outcome].told_in
        return replace(told, units=told.units | dict.fromkeys(("p10", "p50", "p90"), unit))


def survive(
    *scenarios: AnyScenario,
    outcome: str = USUAL_OUTCOME,
    year: int = YEAR,
    better: Better | None = None,
    cost: str | None = None,
    gain: str | None = None,
    world: str | None = None,
    targets: str | Sequence[str] = (),
    futures: int | None = None,
    progress: Progress | None = None,
    cancel: Cancel | None = None,
) -> Answer:
    """Tell whether scenarios stay best, and keep their sign, in other worlds, with their regret.

    What is `better` of the outcome is what it says of itself unless given. Changes and regrets are
    in its unit, in December of the year. With a second outcome, less of which is better (`cost`) or
    more (`gain`), it tells which scenarios are not beaten in both, in one `world`: licensed_chips
    unless given, tight_chips, open_chips, low_demand, high_demand, cost_rents, or own_1 where the
    first scenario changes assumptions.

    >>> import suanli
    >>> answer = suanli.survive("vouchers-x4", "alibaba-doubled", futures=64)
    >>> answer.table().scenario.nunique() > 1
    True
    >>> suanli.survive("vouchers-x4", cost="net_public_cost", futures=64).sentence
    'Not beaten: doing nothing, Vouchers x4.'
    """
    if better not in ("more", "less", None):
        raise Error(f"better is more or less, not {given(better)}")
    check_one("cost", cost, "gain", gain)
    with one_sentence():
        named = scenarios or ("baseline",)
        first, *others = (value_of(each, futures) for each in named)
        values = (with_wanted(first, texts_of(targets, "targets")), *others)
        about, used = about_of(outcome, year, *values), projector()
        second = weighed_in(_second(cost, gain, world), values, about)
        if second is None:
            steps = surviving(used, values, about, better=better, targets=values[0].targets)
            found = driven(steps, progress, cancel)
            return answered("survive", survive_words.answer_of(found))
        other, other_better, where = second
        side = better or model().outcomes[about.outcome].better
        pairs = (about, other), (side, other_better)
        weighing = driven(trading_off(used, values, *pairs, where), progress, cancel)
        return answered("survive", tradeoff_answer(weighing))


def _second(cost: str | None, gain: str | None, world: str | None) -> Namespace:
    """Return the second outcome and its world as they are typed. Raises Error for no texts."""
    given = {"cost": cost, "gain": gain, "world": world}
    texts = {name: None if each is None else text_of(each, name) for name, each in given.items()}
    return Namespace(**texts, points=None)


def sentences_of(table: Comparison, year: int = YEAR) -> tuple[str, ...]:
    """Return what each scenario changes in the first outcome of a table, in a year or its last."""
    years = [row.year for row in table.rows]
    row = next(
        (each for each in table.rows if each.year == year), table.rows[years.index(max(years))]
    )
    names = [each.title for each in table.scenarios]
    return tuple(
        _changes(row, cell, f"{name} against {names[0]}")
        for name, cell in zip(names[1:], row.cells[1:], strict=True)
    )


def _changes(row: Row, cell: Cell, lead: str) -> str:
    outcome, found = model().outcomes[row.request.outcome], cell.difference
    place = f" ({name_within(row.request.element)})" if row.request.element else ""
    name = f"{lead}, December {row.year}: {outcome.label}{place}"
    if found is None or cell.level is None or not isfinite(found.median):
        return f"{name}: not known."
    form = form_of(outcome.told_in)
    decimals = level_decimals(cell.level.median * form.factor, form)
    numbers = [found.median, found.low, found.high]
    median, *ends = (
        signed_fixed(each * form.factor, decimals, numerals())
        for each in numbers
        if each is not None
    )
    told, unit = (
        f" ({ends[0]} to {ends[1]})" if ends else "",
        f" {form.difference}" if form.difference else "",
    )
    return f"{name}: {median}{told}{unit}."


def _told_apart(
    scenarios: tuple[AnyScenario, ...], against: AnyScenario | None, futures: int | None
) -> list[Value]:
    """Return the scenarios, the one that others are held against first, each by its own title."""
    found = [value_of(each, futures) for each in scenarios]
    if against is not None:
        first = value_of(against, futures)
        found = [first, *(each for each in found if each != first)]
    if len(found) < _FEWEST:
        raise Error("compare takes two scenarios or more")
    titles = told_apart(each.title for each in found)
    return [replace(each, title=title) for each, title in zip(found, titles, strict=True)]


def _added_up() -> tuple[Pair, ...]:
    """Return the key figures that are told; what is counted cannot be added up."""
    outcomes = model().outcomes
    return tuple(pair for pair in key_figures_told() if not outcomes[pair[0]].is_counted)
