"""The edits a row of an input leads to, and what undo and redo call them. Floor: documents.

Functions on a document and on what a row is. They do not know widgets. What they call a step is
said anew in each language.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import partial
from typing import Final

from planner.model.inputs import Assumption, Lever
from planner.model.lever_settings import with_lever_dragged
from planner.model.scenario import Scenario, assumption_spread, with_assumption
from planner.quantities.spread import Part
from planner.storage.sentences.catalog import translate
from ui.documents.commands import Saying
from ui.documents.current import Edited
from ui.documents.resets import Target, reset
from ui.wording.rows.described import Described, described
from ui.wording.rows.row_display import values_of
from ui.wording.sharing import shared

TARGETS: Final[tuple[Target, ...]] = ("default", "baseline", "saved")


@dataclass(frozen=True, slots=True)
class AtHand:
    """Inputs that commands are about: what says their title, and the addresses of their values."""

    title: Saying
    names: tuple[str, ...]


def moved(
    scenario: Scenario, input_: Described, part: Part, value: float, held: Scenario
) -> Scenario:
    """Return the scenario with one number of an input moved; `held` is what a hand took hold of.

    Of a range the other parts give way. All areas of a lever keep the proportions they had.
    """
    match input_.row:
        case Assumption():
            spread = assumption_spread(scenario, input_.address).with_part(part, value)
            return with_assumption(scenario, input_.address, spread)
        case Lever():
            for name, each in _shares(input_, input_.row, value, held):
                scenario = with_lever_dragged(scenario, name, each, held)
            return scenario


def _shares(
    input_: Described, lever: Lever, value: float, held: Scenario
) -> Iterable[tuple[str, float]]:
    """Return the addresses that a new value sets, each with its own."""
    if not input_.is_whole:
        return ((input_.address, value),)
    return zip(input_.names, shared(lever, values_of(held, lever), value), strict=True)


def change(document: Edited, input_: Described, scenario: Scenario, *, final: bool) -> None:
    """Take over a scenario in which the input has moved; moves of one input are one step."""
    document.edit(partial(_change, input_), scenario, input_.address, final=final)


def _change(input_: Described) -> str:
    return translate("RowEdits", "Change {name}").format(name=full_name(input_))


def full_name(input_: Described) -> str:
    """Return what an input is called where its row is not seen, in the language spoken by now."""
    return described(input_.row, input_.element).full_name


def settle(document: Edited) -> None:
    """End the step that is open: the hand has come to rest."""
    document.edit(str, document.scenario)


def ways_back(document: Edited, names: Iterable[str]) -> frozenset[str]:
    """Return what some inputs are off: only there putting them back changes anything."""
    scenario, saved, asked = document.scenario, document.saved, tuple(names)
    return frozenset(
        target for target in TARGETS if reset(scenario, asked, target, saved) != scenario
    )


def put_back(document: Edited, title: Saying, names: Iterable[str], target: Target) -> None:
    """Put the values with these addresses back: to `default`, to `baseline` or to `saved`."""
    scenario = reset(document.scenario, names, target, document.saved)
    document.edit(partial(_way_back, target, title), scenario)


def _way_back(target: Target, title: Saying) -> str:
    match target:
        case "baseline":
            text = translate("RowEdits", "Reset {name} to the baseline")
        case "saved":
            text = translate("RowEdits", "Reset {name} to saved")
        case "default":
            text = translate("RowEdits", "Reset {name}")
    return text.format(name=title())
