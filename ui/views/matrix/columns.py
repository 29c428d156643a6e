"""Which levers stand in the matrix: those in which scenarios differ first, then those chosen.

Levers are named by the address of what a slider moves: a key, `voucher_budget` for all places
together, or one place, `voucher_budget.henan`. Pure: no widgets. Floor: views.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from planner.model.graph import model
from planner.model.indices import address, split_address
from planner.model.inputs import Lever, elements_of
from planner.model.scenario import Scenario, lever_at, parts_of
from planner.studies.differing_inputs import differing_inputs
from ui.charts.contents.scopes import Areas
from ui.wording.rows.described import Described, described

COLUMNS_AT_MOST: Final = 200


@dataclass(frozen=True, slots=True)
class LeverChoice:
    """The levers that somebody chose, None for the usual ones."""

    levers: tuple[str, ...] | None = None

    def chosen(self, areas: Areas) -> tuple[str, ...]:
        """Return the levers that stand there whether scenarios differ in them or not."""
        return _usual(areas) if self.levers is None else self.levers

    def toggled(self, name: str, areas: Areas) -> "LeverChoice":
        """Return the choice with one more lever, or one less."""
        now = self.chosen(areas)
        return LeverChoice(
            tuple(each for each in now if each != name) if name in now else (*now, name)
        )

    def text(self) -> str:
        """Return the choice as a text of words."""
        return "usual" if self.levers is None else f"chosen {' '.join(self.levers)}".strip()


def choice_in(text: str) -> LeverChoice:
    """Return the choice of a kept text; what the model does not know is left out."""
    kind, *names = text.split(" ")
    if kind != "chosen":
        return LeverChoice()
    known = dict.fromkeys(name for name in names if _is_known(name))
    return LeverChoice(tuple(known)[:COLUMNS_AT_MOST])


def differing_levers(scenarios: Sequence[Scenario]) -> tuple[str, ...]:
    """Return the levers in which scenarios differ, in the order of the model.

    A lever that differs in every place stands there once, for all of them; one that moves in
    parts, by its parts.
    """
    found = differing_inputs(scenarios).levers
    return tuple(dict.fromkeys(name for each in found for name in _moved_by(each, found)))


def columns_of(
    scenarios: Sequence[Scenario], choice: LeverChoice, areas: Areas, before: Iterable[str] = ()
) -> tuple[str, ...]:
    """Return the levers of the columns; those that stand there `before` keep their places."""
    names = (*before, *differing_levers(scenarios), *choice.chosen(areas))
    return tuple(dict.fromkeys(names))[:COLUMNS_AT_MOST]


def input_of(name: str) -> Described:
    """Return the description of what a slider moves."""
    key, element = split_address(name)
    return described(model().levers[key], element)


def _usual(areas: Areas) -> tuple[str, ...]:
    """Return the levers whose rows are always in view, at the places that the window is about."""
    prominent = (each for each in model().levers.values() if each.is_prominent)
    return tuple(name for lever in prominent for name in _at(lever, areas))


def _at(lever: Lever, areas: Areas) -> tuple[str, ...]:
    if parts_of(lever):
        return tuple(part.key for part in parts_of(lever))
    places = [area for area in areas if lever.index is not None and area in elements_of(lever)]
    return tuple(address(lever.key, area) for area in places) or (lever.key,)


def _moved_by(name: str, found: Sequence[str]) -> tuple[str, ...]:
    row, _ = lever_at(name)
    if parts_of(row):
        return tuple(part.key for part in parts_of(row))
    if row.index is None:
        return (name,)
    is_everywhere = all(address(row.key, each) in found for each in elements_of(row))
    return (row.key,) if is_everywhere else (name,)


def _is_known(name: str) -> bool:
    key, element = split_address(name)
    lever = model().levers.get(key)
    if lever is None or parts_of(lever):
        return False
    return not element or (lever.index is not None and element in elements_of(lever))
