"""What bounds of a split are called on the button that opens them. Floor: wording.

It knows numbers only: which bounds there are stands in the question of the study.
"""

from PySide6.QtCore import QCoreApplication

from ui.wording.answers.spending.typed import bare_money


def bounds_text(least: float, most: float | None, place: float, own: int) -> str:
    """Return bounds of each use in short, with what a place gets and how many have their own."""
    tr = QCoreApplication.translate
    parts = [_each(least, most)]
    if place:
        parts.append(tr("Spending", "{least} a place").format(least=bare_money(place)))
    if own:
        one, several = tr("Spending", "1 of its own"), tr("Spending", "{count} of their own")
        parts.append(one if own == 1 else several.format(count=own))
    return ", ".join(parts)


def _each(least: float, most: float | None) -> str:
    tr = QCoreApplication.translate
    if most is None:
        text = tr("Spending", "at least {least} each") if least else tr("Spending", "any amount")
        return text.format(least=bare_money(least))
    text = tr("Spending", "{least} to {most} each") if least else tr("Spending", "at most {most}")
    return text.format(least=bare_money(least), most=bare_money(most))
