"""How a value of the model meets a slider and a field: steps, shown numbers, ranges.

Pure arithmetic, no Qt. Shares and yearly rates are shown in percent; everything else as it is.
Scales of inputs of the model, and those of whole numbers that dialogs ask for.
"""

from dataclasses import dataclass, replace
from math import ceil, floor, isclose, isfinite, log10
from typing import Final, get_args

from planner.facts.record import Figures
from planner.model.inputs import Assumption, Lever, default_value
from planner.quantities.spread import Spread
from planner.quantities.unit_forms import UnitForm
from ui.wording.figures.units import form_of

_DIGITS: Final = 10
_STEPS_OF_ASSUMPTION: Final = 200
_STEPS_OF_AREA: Final = 100
_TIMES_DEFAULT: Final = 4
_DECIMALS: Final = {1.0: 4, 100.0: 2}
_CONVERTED_TO: Final = 4


@dataclass(frozen=True, slots=True)
class Scale:
    """The soft range `low` to `high` in steps, the hard range `least` to `most`, all in `unit`.

    `factor` turns a value of the model into the number that is shown with `shown_unit`, with
    `fewest` to `decimals` decimals. Years and seeds are not `is_grouped`.
    """

    low: float
    high: float
    step: float
    least: float
    most: float
    shown_unit: str
    factor: float = 1.0
    unit: str = "1"
    decimals: int = 4
    fewest: int = 0
    is_whole: bool = False
    is_grouped: bool = True
    typed_as: str = ""

    @property
    def typed_unit(self) -> str:
        """The unit in which a number without one is typed."""
        return self.typed_as or self.shown_unit or self.unit

    @property
    def steps(self) -> int:
        """Number of steps of the slider."""
        return max(1, round((self.high - self.low) / self.step))

    def position(self, value: float) -> int:
        """Return the slider's position for a value; one beyond an end is shown at the end."""
        return min(self.steps, max(0, round((value - self.low) / self.step)))

    def value_at(self, position: int, *snaps: float) -> float:
        """Return the value of a position; the positions of `snaps` give just these values."""
        for snap in snaps:
            if self.low <= snap <= self.high and self.position(snap) == position:
                return snap
        value = self.high if position >= self.steps else self.low + position * self.step
        return round(value, _DIGITS)

    def shown(self, value: float) -> float:
        """Return the number to show for a value."""
        return round(value * self.factor, _DIGITS)

    def typed(self, number: float) -> float:
        """Return the value that a typed number means."""
        return round(number / self.factor, _DIGITS)

    def is_soft(self, value: float) -> bool:
        """Whether a value is within the slider's range."""
        return self.low <= value <= self.high

    def is_allowed(self, value: float) -> bool:
        """Whether a value is finite and within the hard range."""
        return isfinite(value) and self.least <= value <= self.most


def scale_of_lever(lever: Lever) -> Scale:
    """Return the scale of one value of a lever."""
    form = form_of(lever.unit)
    return Scale(
        lever.low,
        lever.high,
        lever.step,
        lever.least,
        lever.most,
        form.shown,
        form.factor,
        unit=lever.unit,
        decimals=_decimals(form, lever.high),
        is_grouped=form.is_grouped,
        typed_as=form.typed,
    )


def scale_of_area(lever: Lever, element: str) -> Scale:
    """Return the scale of one area of a lever: 0 to four times its default, with a round end.

    The slider of a budget of 30 moves it as finely as that of one of 600. No end is above that of
    the lever, and where the default is nothing it is that.
    """
    usual = scale_of_lever(lever)
    default = max(default_value(lever, element, figures) for figures in get_args(Figures))
    high = min(usual.high, _round_end(_TIMES_DEFAULT * default))
    if high <= usual.low:
        return usual
    return replace(usual, high=high, step=min(usual.step, _round_step(high / _STEPS_OF_AREA)))


def _round_end(least: float) -> float:
    """Return the least number of two digits, followed by zeros, that is not below another."""
    if least <= 0:
        return 0.0
    size = 10.0 ** (floor(log10(least)) - 1)
    return round(ceil(round(least / size, _DIGITS)) * size, _DIGITS)


def _round_step(most: float) -> float:
    """Return the largest of 1, 2, 5, 10, 20 ... that is not above a number."""
    size = 10.0 ** floor(log10(most))
    return next(size * part for part in (5.0, 2.0, 1.0) if size * part <= most)


def scale_of_assumption(row: Assumption, default: Spread) -> Scale:
    """Return the scale of an assumption: its default range with as much again around it."""
    form = form_of(row.unit)
    span = default.high - default.low or abs(default.central) or 1.0
    low, high = default.low - span / 2, default.high + span / 2
    low, high = max(row.least, low), min(row.most, high)
    step = (high - low) / _STEPS_OF_ASSUMPTION
    return Scale(
        low,
        high,
        step,
        row.least,
        row.most,
        form.shown,
        form.factor,
        unit=row.unit,
        decimals=_decimals(form, high),
        typed_as=form.typed,
    )


def scale_of_whole(least: int, most: int, step: int = 1, *, is_grouped: bool = True) -> Scale:
    """Return the scale of a whole number between two others."""
    return Scale(
        least, most, step, least, most, "", decimals=0, is_whole=True, is_grouped=is_grouped
    )


def scale_of_years(first: int, last: int) -> Scale:
    """Return the scale of a calendar year."""
    return replace(scale_of_whole(first, last, is_grouped=False), unit="year")


def _decimals(form: UnitForm, high: float) -> int:
    """Return the decimals a field shows at most.

    Numbers of the model's own units have those they were given, percentages fewer, and so they have
    in a language that counts in others. What is converted into another unit is shown to four digits
    of the upper end.
    """
    factor = form.factor / form.scale
    for known, decimals in _DECIMALS.items():
        if isclose(factor, known):
            return form.decimals(decimals)
    digits = floor(log10(abs(high * form.factor))) + 1 if high else 1
    return min(max(_CONVERTED_TO - digits, 0), _CONVERTED_TO)
