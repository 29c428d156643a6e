"""Names in a sentence: all that are known, or those of which one may be meant."""

from collections.abc import Sequence

from planner.storage.sentences.catalog import translate


def separated(names: Sequence[str]) -> str:
    """Return the names beside each other: `beijing, chengdu, henan`."""
    return translate("Lists", ", ").join(names)


def either(names: Sequence[str]) -> str:
    """Return the names as alternatives, `beijing, chengdu or henan`; "" of none."""
    *first, last = names or ("",)
    if not first:
        return last
    return translate("Lists", "{names} or {last}").format(names=separated(first), last=last)


def together(names: Sequence[str]) -> str:
    """Return the names as one list, `beijing, chengdu and henan`; "" of none."""
    *first, last = names or ("",)
    if not first:
        return last
    return translate("Lists", "{names} and {last}").format(names=separated(first), last=last)
