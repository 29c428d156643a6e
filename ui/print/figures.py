"""The figures beside one chart on paper: the cards of the window, worded as these are.

First what the chart is about, then the cards, last what all other places lose or gain where it is
about some; beside other scenarios what each differs by in the one figure that the chart is about.
What a run does not hold is left out. How they are laid out stands in `figures_column`. Floor:
print.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Final

from planner.ensemble.projection import Projection
from planner.model.sums import is_sum
from planner.quantities.shown import with_unit
from planner.quantities.told.lists import clauses, with_more
from planner.quantities.told.titles import shown_title
from planner.storage.sentences.catalog import translate
from planner.studies.cards import GENERAL, SETS, Card, element_of
from ui.charts.contents.curves import look_of_place
from ui.charts.contents.scopes import areas_of
from ui.charts.contents.specs import (
    ChartSetting,
    asked_part,
    names_elements,
    parts,
    shows_areas,
    spec_of,
)
from ui.charts.layout.look import Look
from ui.engine.shown_run import ShownRun
from ui.wording.figures.others import other_places
from ui.wording.key_figures import KpiDisplay, KpiHead, kpi_display, kpi_head, ranged

AT_MOST: Final = 4
_UNKNOWN: Final = "…"


@dataclass(frozen=True, slots=True)
class Figure:
    """A number in its color, what it is, and its range; `is_kept` where others give way to it.

    Of a difference `level` tells what it leads to, with the range of that.
    """

    number: str
    about: str
    beside: str
    color: str
    is_kept: bool = False
    level: str = ""


def figures(setting: ChartSetting, run: ShownRun, look: Look) -> tuple[Figure, ...]:
    """Return the figures of a chart, the most telling first."""
    if run.others and not spec_of(setting).is_counted:
        return tuple(_of_scenarios(setting, run, look))
    others = tuple(_of_others(setting, run, look))
    cards = tuple(_of_cards(setting, run, look))
    return (*cards[: AT_MOST - len(others)], *others)


def _of_scenarios(setting: ChartSetting, run: ShownRun, look: Look) -> Iterator[Figure]:
    """Yield what each scenario that is drawn differs by, in its color."""
    pair = parts(setting)[asked_part(setting)]
    text = translate("Sheet", "{scenario}: {figure}")
    for each, color in run.in_order:
        year = min(run.year, each.scenario.last_year)
        found = _figure(kpi_head(*pair, year), year, each, run, look, color)
        if found is not None:
            named = text.format(scenario=shown_title(each.scenario.title), figure=found.about)
            yield replace(found, about=named)


def _of_cards(setting: ChartSetting, run: ShownRun, look: Look) -> Iterator[Figure]:
    """Yield what the chart is about and what the cards tell, the same number and range once.

    Where colors stand for places, numbers have those, and none that of the scenario.
    """
    said: set[tuple[str, str]] = set()
    for (head, year), color in _heads(setting, run).items():
        found = _figure(head, year, run.projection, run, look, color)
        if found is not None and (found.number, found.beside) not in said:
            said.add((found.number, found.beside))
            yield found


def _heads(setting: ChartSetting, run: ShownRun) -> dict[tuple[KpiHead, int], int | None]:
    """Return what is told in which year, each with the number of its color."""
    areas, last_year = areas_of(setting), run.scenario.last_year
    usual = SETS["vouchers"] if areas else GENERAL
    asked = _asked(setting, run.own)
    color = None if _names_places(setting) else run.own
    found: dict[tuple[KpiHead, int], int | None] = {}
    for card, ink in (*asked, *((card, color) for card in run.cards or usual)):
        year = min(run.year if card.year is None else card.year, last_year)
        found.setdefault((kpi_head(card.outcome, element_of(card, areas), year), year), ink)
    return found


def _asked(setting: ChartSetting, own: int) -> tuple[tuple[Card, int | None], ...]:
    """Return what a chart is about with its color: each of a few places, else the one it asks."""
    shown = parts(setting)
    if _names_places(setting) and areas_of(setting):
        return tuple(
            (Card(*part), look_of_place(number)[0])
            for number, part in enumerate(shown)
            if not is_sum(part[1])
        )
    color = None if _names_places(setting) else own
    return ((Card(*shown[asked_part(setting)]), color),)


def _names_places(setting: ChartSetting) -> bool:
    return names_elements(setting) and shows_areas(setting)


def _figure(
    head: KpiHead, year: int, projection: Projection, run: ShownRun, look: Look, color: int | None
) -> Figure | None:
    """Return what a card says as a figure, None where the run does not hold it."""
    reference = run.reference_of(projection)
    said = kpi_display(head, projection, run.below, year, look.numerals, reference)
    if said.value == _UNKNOWN:
        return None
    if run.is_baseline:
        said = replace(said, difference="")
    value = with_unit(said.value, said.short_unit)
    if said.is_moved and not said.is_counted:
        beside = clauses((said.difference_span, said.share))
        ink = look.theme.text if color is None else look.text_color(color)
        level = _level(value, said.span)
        return Figure(_change(head, said), head.full_title, beside, ink, level=level)
    span = said.shares if said.is_counted else ranged(said.span)
    beside = clauses((span, said.difference))
    return Figure(value, head.full_title, beside, look.theme.text)


def _level(value: str, span: str) -> str:
    """Return a level with its range, called so."""
    text = translate("Sheet", "Level: {level}")
    return text.format(level=with_more(value, span))


def _change(head: KpiHead, said: KpiDisplay) -> str:
    """Return a difference with its unit; that of percents says it already."""
    is_said = head.form.difference != head.form.shown
    return said.difference if is_said else with_unit(said.difference, said.short_unit)


def _of_others(setting: ChartSetting, run: ShownRun, look: Look) -> Iterator[Figure]:
    areas = areas_of(setting)
    if not areas or run.is_baseline:
        return
    year = min(run.year, run.scenario.last_year)
    found = other_places(run.projection, areas, year, look.numerals)
    if found is not None:
        beside = clauses((found.change.span, found.change.share))
        text = translate("Sheet", "{outcome}, other {count} places, {year}")
        about = text.format(outcome=found.outcome, count=found.count, year=year)
        yield Figure(found.change.change, about, beside, look.theme.text, is_kept=True)
