"""Feedback loops and signs of influence in words. Floor: wording; no Qt."""

from planner.quantities.told.lists import in_a_row
from planner.storage.sentences.catalog import translate, translate_many
from planner.studies.inspect.influence import Sign
from planner.studies.inspect.inspection import outcome_of
from planner.studies.inspect.loops import Loop
from ui.wording.inspect.names import variable_name

SIGNS: dict[Sign, str] = {"+": "+", "-": "−", "0": "○", "mixed": "±"}
"""How a step is drawn: more of it, less of it, nothing at present, or it depends on where."""


def loop_kind(loop: Loop) -> str:
    """Return what a loop does with a push."""
    return {
        "+": translate("Inspect", "Reinforcing"),
        "-": translate("Inspect", "Balancing"),
        "0": translate("Inspect", "Resting"),
        "mixed": translate("Inspect", "Depends on the place"),
    }[loop.sign]


def loop_meaning(loop: Loop) -> str:
    """Return in a sentence what a loop does with a push."""
    return {
        "+": translate("Inspect", "A push comes back as more of it: it grows by itself."),
        "-": translate("Inspect", "A push comes back as less of it: it is held back."),
        "0": translate("Inspect", "In this month a step of it hands nothing on."),
        "mixed": translate("Inspect", "It grows in some places and is held back in others."),
    }[loop.sign]


def loop_name(name: str) -> str:
    """Return what a variable of a loop is called, all its places or segments taken together."""
    plain, outcome = variable_name(name), outcome_of(name, is_whole=True)
    if outcome is not None and outcome.each:
        return translate("Inspect", "{name} (total)").format(name=plain)
    return plain


def loop_text(loop: Loop) -> str:
    """Return the variables of a loop in order, back to the first, with the sign of each step."""
    names = [loop_name(name) for name in (*loop.names, loop.names[0])]
    steps = (f" →{SIGNS[sign]} {name}" for sign, name in zip(loop.signs, names[1:], strict=True))
    return names[0] + "".join(steps)


def delays_text(loop: Loop) -> str:
    """Return which variables of a loop answer with a delay; empty where none do."""
    if not loop.delays:
        return ""
    text = translate_many("Inspect", "Delayed by: {names}", "Delayed by: {names}", len(loop.delays))
    return text.format(names=in_a_row(map(loop_name, loop.delays)))


def sign_text(sign: Sign) -> str:
    """Return in words how an effect goes with its cause."""
    return {
        "+": translate("Inspect", "more of it gives more"),
        "-": translate("Inspect", "more of it gives less"),
        "0": translate("Inspect", "changes nothing in this month"),
        "mixed": translate("Inspect", "more in some places, less in others"),
    }[sign]
