"""What a row tells of a lever whose number is not what is in force: when it is, and a year's value.

A number moves the whole path of such a lever, so its step is another one in other years. The value
of a year is that of its December, as on charts and cards. Floor: wording.
"""

from collections.abc import Iterator

from planner.model.inputs import Lever
from planner.model.scenario import Scenario
from planner.quantities.shown import with_unit
from planner.quantities.told.months import date_text, short_month_text
from planner.quantities.told.numerals import numerals, signed, without_zeros
from planner.storage.sentences.catalog import translate
from ui.wording.rows.described import Described
from ui.wording.rows.path_display import knot_in, number_in, value_in
from ui.wording.translate import unit_text

_DECEMBER = 12
Forms = tuple[str, ...]


def limit_note(input_: Described, lever: Lever, default: float) -> Iterator[Forms]:
    """Yield that a lever with an outcome beside it is a limit, and its number in the baseline."""
    if lever.told_beside is None:
        return
    scale = input_.scale
    value = with_unit(number_in(scale, default), unit_text(scale.shown_unit))
    long = translate("Row", "A limit, not what is used; baseline {value}")
    short = translate("Row", "Limit; baseline {value}")
    yield long.format(value=value), short.format(value=value)


def year_notes(
    input_: Described, lever: Lever, scenario: Scenario, year: int, numbers: tuple[float, float]
) -> Iterator[Forms]:
    """Yield the date of a lever's number, and its value in a year where that is another one.

    `numbers` are that of the scenario, which is in the field, and that of the baseline.
    """
    value = value_in(scenario, input_.names, year)
    if value is None or knot_in(input_.scale, value) == knot_in(input_.scale, numbers[0]):
        return
    usual = value_in(Scenario(figures=scenario.figures), input_.names, year)
    later = _change(input_, value, numbers[1] if usual is None else usual)
    in_year = _in_year(input_, value, later, year)
    least = in_year[-1] if later else _least(input_, value, year)
    if lever.reference is None:
        yield *in_year, least
        return
    level = _level(lever.reference, _change(input_, *numbers) if later else "")
    text = translate("Row", "{level} · {in_year}")
    long, short = (text.format(level=level, in_year=each) for each in in_year)
    yield long, short, in_year[-1], least


def _change(input_: Described, value: float, usual: float) -> str:
    """Return by how much a value is off that of the baseline, empty where it is not."""
    shown = input_.scale.shown
    style = numerals()
    if knot_in(input_.scale, value) == knot_in(input_.scale, usual):
        return ""
    return without_zeros(signed(shown(value) - shown(usual), style, shown(value)), style)


def _in_year(input_: Described, value: float, change: str, year: int) -> tuple[str, str]:
    """Return the value in December of a year, with its unit and without."""
    number, unit = knot_in(input_.scale, value), unit_text(input_.scale.shown_unit)
    text = translate("Row", "{value} in {month}")
    if change:
        text = translate("Row", "{value} in {month} ({change})")
    month = short_month_text(year, _DECEMBER)
    long, short = (
        text.format(value=each, month=month, change=change)
        for each in (with_unit(number, unit), number)
    )
    return long, short


def _least(input_: Described, value: float, year: int) -> str:
    """Return a value in a year in as few words as there are, for the narrowest panel."""
    text = translate("Row", "{value} in {year}")
    return text.format(value=knot_in(input_.scale, value), year=year)


def _level(date: float, change: str) -> str:
    """Return when a lever has the number in its field, and by how much that is changed."""
    if not change:
        return translate("Row", "Level of {date}").format(date=date_text(date))
    text = translate("Row", "Level of {date} ({change})")
    return text.format(date=date_text(date), change=change)
