"""An amount of money as it is typed into a field of its own, and as it stands there.

It is read whole, or refused with one sentence. Floor: wording.
"""

from typing import Final

from planner.quantities.typed.digits import ReadingError
from planner.quantities.typed.reading import read_quantity
from planner.storage.sentences.catalog import translate
from planner.storage.sentences.file_error import shown
from ui.wording.field_numbers import number_text
from ui.wording.figures.units import form_of
from ui.wording.paths.typed import Refused

A_YEAR: Final = "M CNY/yr"
MOST: Final = 100_000.0
"""M CNY a year: more is no budget of a place."""
_DIGITS: Final = 12


def money_typed(text: str) -> float | None:
    """Return the M CNY a year that a text means in the shown unit, None for an empty one.

    Raises Refused for what is no amount, is less than nothing, or is beyond all budgets.
    """
    if not text.strip():
        return None
    form = form_of(A_YEAR)
    try:
        number = read_quantity(text, form.typed)
    except ReadingError as error:
        said = translate("Spending", "{text} is no amount of money: {reason}.")
        raise Refused(said.format(text=shown(text), reason=str(error).rstrip("."))) from None
    amount = float(f"{number / form.factor:.{_DIGITS}g}")
    if not 0 <= amount <= MOST:
        said = translate("Spending", "{text} is outside 0 to {most}.")
        raise Refused(said.format(text=shown(text), most=bare_money(MOST)))
    return amount


def bare_money(amount: float) -> str:
    """Return an amount in M CNY a year as it stands in a field: without its unit."""
    form = form_of(A_YEAR)
    return number_text(amount * form.factor, most=form.decimals(1))
