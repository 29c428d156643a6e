"""What a screen reader is told of a value: its unit with the name, whether it is as by default.

Floor: wording.
"""

from collections.abc import Iterable

from planner.quantities.told.lists import as_sentences
from planner.storage.sentences.catalog import translate


def named_with_unit(name: str, unit: str) -> str:
    """Return the name of a number with its unit, which is read before the number alone."""
    return translate("Accessible", "{name} ({unit})").format(name=name, unit=unit) if unit else name


def state_of_value(default: str, *, is_changed: bool) -> str:
    """Return whether a value is changed, with the default that it is off or at."""
    if is_changed:
        return translate("Accessible", "Changed; the default is {value}").format(value=default)
    return translate("Accessible", "At its default")


def sentences(said: Iterable[str]) -> str:
    """Return several remarks as one text; what is empty is left out."""
    return as_sentences(said)
