"""What differences are from, in words: the baseline, or the scenario that was chosen.

The one owner of what it is called on cards, in lines and reports; charts have words of their own
that are made the same way. Floor: wording.
"""

from planner.storage.sentences.catalog import translate
from planner.studies.parts.reference import Reference, called


def short_name(reference: Reference) -> str:
    """Return what the reference is called before a value."""
    return called(reference.name) or translate("Kpi", "baseline")


def in_sentence(name: str) -> str:
    """Return what a reference of this name is called in a sentence; empty stands for baseline."""
    return called(name) or translate("Kpi", "the baseline")


def as_it(reference: Reference) -> str:
    """Return what is said where a figure is that of the reference."""
    if reference.is_itself:
        return translate("Kpi", "others are compared with it")
    if not reference.name:
        return translate("Kpi", "as the baseline")
    text = translate("Kpi", "as {scenario}")
    return text.format(scenario=called(reference.name))


def why_unknown(reference: Reference, year: int) -> str:
    """Return why there is no difference in a year; empty where there is one."""
    if not reference.is_paired:
        text = translate("Kpi", "{scenario} has other futures")
        return text.format(scenario=called(reference.name))
    if reference.last_year is not None and year > reference.last_year:
        text = translate("Kpi", "{scenario} ends in {year}")
        return text.format(scenario=called(reference.name), year=reference.last_year)
    return ""


def compared_with(name: str, *, assumptions_changed: bool) -> str:
    """Return what the status bar says that all is compared with."""
    if name:
        text = translate("Status", "Compared with: {scenario}")
        return text.format(scenario=called(name))
    if assumptions_changed:
        return translate("Status", "Compared with: default levers under your assumptions")
    return translate("Status", "Compared with: default levers and assumptions")
