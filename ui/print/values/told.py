"""The values behind a chart on paper: its number in December of the year, for each scenario.

Of what a chart is about each scenario is told with its range, behind them the baseline; where
colors of one scenario stand for places, these are. Of a chart that is alone each is told with what
it differs by, and the range of that. Charts of states have no value, and what a run
does not hold is left out. How it is laid out stands in `line`. Floor: print.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from planner.ensemble.projection import Projection, Request
from planner.model.graph import model
from planner.quantities.dates import MONTHS_PER_YEAR
from planner.quantities.told.lists import in_turn, led_by, with_more
from planner.quantities.told.months import short_month_text
from planner.quantities.told.titles import shown_title
from planner.storage.sentences.catalog import translate
from planner.studies.comparison import Column, Level, row_of
from ui.charts.contents.curves import look_of_place
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
from ui.wording.compared.cells import level_text, range_text, row_name, unit_of_row
from ui.wording.compared.reference import in_sentence
from ui.wording.elements import element_name
from ui.wording.figures.beliefs import baseline_name
from ui.wording.figures.units import form_of
from ui.wording.key_figures import kpi_display, kpi_head


@dataclass(frozen=True, slots=True)
class Value:
    """A number with its name and its range, and the color it is written in."""

    text: str
    color: str


@dataclass(frozen=True, slots=True)
class ChartValues:
    """What the numbers are, and of whom each is; `levels` are the same without differences."""

    about: str
    each: tuple[Value, ...]
    levels: "ChartValues | None" = None

    @property
    def text(self) -> str:
        """All of it in one line."""
        return led_by(self.about, in_turn(value.text for value in self.each))


@dataclass(frozen=True, slots=True)
class _Asked:
    """A number that is told: its name, its color, the run that has it, and what it is."""

    name: str
    color: str
    run: Projection
    request: Request


def chart_values(
    setting: ChartSetting, run: ShownRun, look: Look, *, differing: bool = False
) -> ChartValues | None:
    """Return the values of a chart, of each what it differs by if `differing`; None without any."""
    if spec_of(setting).is_counted:
        return None
    year = min(run.year, *(each.scenario.last_year for each in run.projections))
    asked = tuple(_asked(setting, run, look))
    levels = ((each, _level(each, year)) for each in asked)
    told = [(each, level) for each, level in levels if level is not None]
    if not told:
        return None
    values = tuple(Value(_text(each, level, look), each.color) for each, level in told)
    is_ranged = any(level.low is not None for _, level in told)
    month = short_month_text(year, MONTHS_PER_YEAR)
    ranged = with_more(month, translate("Sheet", "80% range") if is_ranged else "")
    about = in_turn((_name(setting, run), _unit(setting), ranged))
    plain = ChartValues(about, values)
    changes = [_change(each, year, run, look) if differing else "" for each, _ in told]
    return _with_changes(plain, changes, run) if any(changes) else plain


def _with_changes(levels: ChartValues, changes: Sequence[str], run: ShownRun) -> ChartValues:
    """Return levels with what each differs by behind it."""
    text = translate("Sheet", "{level}, and difference from {reference}")
    about = text.format(level=levels.about, reference=in_sentence(run.against))
    values = (
        Value(in_turn((value.text, change)), value.color)
        for value, change in zip(levels.each, changes, strict=True)
    )
    return ChartValues(about, tuple(values), levels)


def _asked(setting: ChartSetting, run: ShownRun, look: Look) -> Iterator[_Asked]:
    if _is_of_places(setting, run):
        for number, (key, element) in enumerate(parts(setting)):
            color = look.text_color(look_of_place(number)[0])
            yield _Asked(element_name(element), color, run.projection, Request(key, element))
        return
    request = Request(*parts(setting)[asked_part(setting)])
    for each, number in run.in_order:
        title = shown_title(each.scenario.title)
        yield _Asked(title, look.text_color(number), each, request)
    if run.has_other_levers:
        color = look.text_color("baseline")
        yield _Asked(baseline_name(run.scenario), color, run.baseline, request)


def _is_of_places(setting: ChartSetting, run: ShownRun) -> bool:
    return not run.others and names_elements(setting) and shows_areas(setting)


def _name(setting: ChartSetting, run: ShownRun) -> str:
    """Return what is told of several lines of a chart; its title says what a single one is."""
    if len(parts(setting)) == 1 or _is_of_places(setting, run):
        return ""
    return row_name(Request(*parts(setting)[asked_part(setting)]))


def _unit(setting: ChartSetting) -> str:
    """Return the unit of levels where the axis has another one."""
    if setting.view == "absolute":
        return ""
    return unit_of_row(Request(*parts(setting)[asked_part(setting)]))


def _level(asked: _Asked, year: int) -> Level | None:
    return row_of((Column(asked.run),), (asked.request, year)).cells[0].level


def _change(asked: _Asked, year: int, run: ShownRun, look: Look) -> str:
    """Return what a run differs by with its range; empty for what others are held against."""
    if asked.run is run.below or not run.has_other_levers:
        return ""
    head = kpi_head(asked.request.outcome, asked.request.element, year)
    reference = run.reference_of(asked.run)
    said = kpi_display(head, asked.run, run.below, year, look.numerals, reference)
    return with_more(said.difference, said.difference_span)


def _text(asked: _Asked, level: Level, look: Look) -> str:
    form = form_of(model().outcomes[asked.request.outcome].told_in)
    text = translate("Sheet", "{name} {level}")
    said = text.format(name=asked.name, level=level_text(level, form, look.numerals))
    return with_more(said, range_text(level, form, look.numerals))
