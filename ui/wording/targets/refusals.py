"""Why something is no target, in the window's words: each fault of the planner has one sentence.

Floor: wording.
"""

from collections.abc import Mapping

from planner.model.graph import model
from planner.model.targets.faults import TARGETS_AT_MOST, Fault, TargetError
from planner.model.targets.target import FIRST_YEAR, LAST_YEAR, Target
from planner.quantities.told.labels import model_text
from planner.storage.sentences.catalog import translate
from ui.wording.targets.told import level_text, name_text


def refusal_of(error: TargetError, target: Target) -> str:
    """Return why a target cannot be taken."""
    return _texts()[error.fault].format(
        name=_name(target),
        outcome=target.outcome,
        level=level_text(target) if target.outcome in model().outcomes else "",
        year=target.year,
        first=FIRST_YEAR,
        last=LAST_YEAR,
        most=TARGETS_AT_MOST,
    )


def _name(target: Target) -> str:
    return name_text(target) if target.outcome in model().outcomes else target.outcome


def refusal_of_state(outcome: str) -> str:
    """Return why an outcome that is a state takes no target."""
    return _no_number().format(name=model_text(model().outcomes[outcome].label))


def _texts() -> Mapping[Fault, str]:
    no_year = translate("Targets", "A target along a path takes no year of its own.")
    return {
        "unknown": translate("Targets", "There is no outcome {outcome}."),
        "counted": _no_number(),
        "element": translate("Targets", "{name} is not known there; choose another place."),
        "sense": translate("Targets", "A target is a least or a most; choose one of them."),
        "level": translate("Targets", "The level of {name} is too large for a target."),
        "unit": translate(
            "Targets", "{name} cannot be held against {level}: it is of another kind."
        ),
        "year": translate("Targets", "There are targets for {first} to {last}, not for {year}."),
        "knots_and_year": no_year,
        "between": no_year,
        "too_many": translate(
            "Targets", "A scenario has {most} targets at most; remove one first."
        ),
        "twice": translate("Targets", "There is such a target for {name} already."),
    }


def _no_number() -> str:
    return translate("Targets", "{name} is a state and no number.")
