"""What a cell of the matrix shows of a lever in a scenario: number, year, place on its slider.

Pure decisions, tested without a window. Floor: wording.
"""

from dataclasses import dataclass
from typing import Final

from planner.model.inputs import Lever
from planner.model.scenario import Scenario
from planner.quantities.shown import with_unit
from planner.storage.sentences.catalog import translate
from ui.wording.rows.described import Described
from ui.wording.rows.path_display import knot_in, number_in, value_in
from ui.wording.rows.row_display import RowDisplay, row_display
from ui.wording.scale import Scale
from ui.wording.translate import unit_text

_DIGITS: Final = 10
_ALL_DIGITS: Final = 18


@dataclass(frozen=True, slots=True)
class LeverCell:
    """A number as its field has it, `in_year` what a path is at; shares of the slider's way.

    `spoken` says the cell where neither its row nor its column is seen.
    """

    number: str
    in_year: str
    share: float
    baseline: float
    is_soft: bool
    row: RowDisplay
    spoken: str


def lever_cell(input_: Described, scenario: Scenario, year: int) -> LeverCell:
    """Return what the cell of a lever shows of a scenario, in a year where that matters."""
    scale, row = input_.scale, row_display(input_, scenario, year)
    value, default = row.values.central, row.defaults.central
    number = number_in(scale, value)
    in_year = _in_year(input_, scenario, year) if row.has_own_path else ""
    return LeverCell(
        number=number,
        in_year=in_year,
        share=scale.position(value) / scale.steps,
        baseline=scale.position(default) / scale.steps,
        is_soft=scale.is_soft(value),
        row=row,
        spoken=_spoken(input_, number, number_in(scale, default), in_year),
    )


def ends_text(scale: Scale) -> str:
    """Return the ends of a slider with the unit: `20–90 %`."""
    text = translate("Matrix", "{low}–{high}")
    low, high = (number_in(scale, end) for end in (scale.low, scale.high))
    return with_unit(text.format(low=low, high=high), unit_text(scale.shown_unit))


def plain_number(scale: Scale, value: float) -> str:
    """Return a value as a spreadsheet takes it: no marks between thousands, a point in front.

    It has ten digits where those bring the same value back, and as many as it takes elsewhere.
    """
    shown = value * scale.factor
    texts = (f"{shown:.{digits}g}" for digits in (_DIGITS, *range(_DIGITS + 1, _ALL_DIGITS)))
    return next((text for text in texts if scale.typed(float(text)) == value), repr(shown))


def _in_year(input_: Described, scenario: Scenario, year: int) -> str:
    lever = input_.row
    value = value_in(scenario, input_.names, year)
    if value is None and isinstance(lever, Lever) and lever.part:
        return translate("Matrix", "part of a path")
    if value is None:
        return ""
    text = translate("Matrix", "{value} in {year}")
    return text.format(value=knot_in(input_.scale, value), year=year)


def _spoken(input_: Described, number: str, default: str, in_year: str) -> str:
    scale = input_.scale
    text = translate("Matrix", "{lever}: {number}, baseline {default}, from {low} to {high}")
    unit = unit_text(scale.shown_unit)
    said = text.format(
        lever=input_.full_name,
        number=with_unit(number, unit),
        default=default,
        low=number_in(scale, scale.low),
        high=with_unit(number_in(scale, scale.high), unit),
    )
    if not in_year:
        return said
    path = translate("Matrix", "{said}, follows a path, {in_year}")
    return path.format(said=said, in_year=in_year)
