"""A number on a slider as a screen reader is told it: in the unit shown, between the slider's ends.

Floor: widgets.
"""

from collections.abc import Callable

from planner.quantities.shown import with_unit
from ui.accessibility.accessible import Accessible, Quantity, Role
from ui.wording.field_numbers import number_text
from ui.wording.rows.accessible_names import named_with_unit
from ui.wording.scale import Scale
from ui.wording.translate import unit_text


def told_number(
    name: str,
    scale: Scale,
    value: float,
    take: Callable[[int], None],
    description: str = "",
) -> Accessible:
    """Return a slider as it is told; `take` is given the position of what a screen reader sets.

    A value of the model beyond an end of the slider moves that end.
    """

    def take_number(number: float) -> None:
        take(scale.position(scale.typed(number)))

    unit = unit_text(scale.shown_unit)
    low, high = min(scale.low, value), max(scale.high, value)
    ends = scale.shown(value), scale.shown(low), scale.shown(high)
    return Accessible(
        named_with_unit(name, unit),
        Role.Slider,
        value=with_unit(text_of(scale, value), unit),
        description=description,
        quantity=Quantity(*ends, scale.step * scale.factor, take_number),
    )


def text_of(scale: Scale, value: float) -> str:
    """Return a value of the model as a field shows it, without its unit."""
    return number_text(scale.shown(value), grouped=scale.is_grouped, most=scale.decimals)
