"""What bounds of a split are called on the button that opens them. Floor: wording.

It knows numbers only: which bounds there are stands in the question of the study.
"""

from planner.quantities.told.lists import in_turn
from planner.storage.sentences.catalog import translate
from ui.wording.answers.spending.typed import bare_money


def bounds_text(least: float, most: float | None, place: float, own: int) -> str:
    """Return bounds of each use in short, with what a place gets and how many have their own."""
    parts = [_each(least, most)]
    if place:
        parts.append(translate("Spending", "{least} a place").format(least=bare_money(place)))
    if own:
        one, several = (
            translate("Spending", "1 of its own"),
            translate("Spending", "{count} of their own"),
        )
        parts.append(one if own == 1 else several.format(count=own))
    return in_turn(parts)


def _each(least: float, most: float | None) -> str:
    if most is None:
        text = (
            translate("Spending", "at least {least} each")
            if least
            else translate("Spending", "any amount")
        )
        return text.format(least=bare_money(least))
    text = (
        translate("Spending", "{least} to {most} each")
        if least
        else translate("Spending", "at most {most}")
    )
    return text.format(least=bare_money(least), most=bare_money(most))
