"""What the row of an input is for as long as it lives: one description of levers and assumptions.

Made from a row of the model and words. It knows no scenario: what a row shows of one is
`row_display`, and why a default is what it is says `tip`. Floor: wording.
"""

from collections.abc import Collection
from dataclasses import dataclass, replace
from typing import Final

from planner.model.indices import LABELS, address
from planner.model.inputs import Assumption, Lever, default_spread, elements_of
from planner.quantities.spread import PARTS, Part
from planner.quantities.told.labels import model_text
from planner.storage.sentences.catalog import translate
from ui.wording.scale import Scale, scale_of_area, scale_of_assumption, scale_of_lever
from ui.wording.sharing import is_mean

_TOTAL_OVER_ONE: Final = 2


@dataclass(frozen=True, slots=True)
class Described:
    """One value that a user moves, or all areas of a lever at once.

    `name` stands in the row; `full_name` says it where the row is not seen.
    """

    row: Lever | Assumption
    element: str
    name: str
    full_name: str
    scale: Scale

    @property
    def doc(self) -> str:
        """The sentence that says what it means."""
        return model_text(self.row.doc)

    @property
    def address(self) -> str:
        """The address of its value; of all areas at once, the key of the lever."""
        return address(self.row.key, self.element)

    @property
    def elements(self) -> tuple[str, ...]:
        """The elements it stands for: one, or all of them."""
        return elements_of(self.row) if self.is_whole else (self.element,)

    @property
    def names(self) -> tuple[str, ...]:
        """The addresses of the values that it sets."""
        return tuple(address(self.row.key, each) for each in self.elements)

    @property
    def is_whole(self) -> bool:
        """Whether it moves all areas at once, each of which has a row of its own."""
        return self.row.index is not None and not self.element

    @property
    def parts(self) -> tuple[Part, ...]:
        """The numbers it has: one that is decided, or the three of a range that is drawn."""
        return PARTS if isinstance(self.row, Assumption) else ("central",)


def described(row: Lever | Assumption, element: str = "") -> Described:
    """Return the description of one value; without an element, of all areas of a lever."""
    match row:
        case Assumption():
            return _assumption(row, element)
        case Lever(index=None):
            title = model_text(row.label)
            return Described(row, "", title, title, scale_of_lever(row))
        case Lever():
            return _area(row, element) if element else _whole(row)


def _assumption(row: Assumption, element: str) -> Described:
    title = model_text(row.label)
    if element:
        text = translate("Assumptions", "{assumption}, {part}")
        title = text.format(assumption=title, part=model_text(LABELS[element]))
    return Described(
        row, element, title, title, scale_of_assumption(row, default_spread(row, element))
    )


def _area(lever: Lever, element: str) -> Described:
    area = model_text(LABELS[element])
    text = translate("Levers", "{lever}, {area}")
    full = text.format(lever=model_text(lever.label), area=area)
    return Described(lever, element, area, full, scale_of_area(lever, element))


def _whole(lever: Lever) -> Described:
    name = model_text(lever.label)
    text = translate("Levers", "{lever}, all places together")
    if is_mean(lever):
        text = translate("Levers", "{lever}, mean of all places")
    return Described(lever, "", name, text.format(lever=name), _scale_of_all(lever))


def _scale_of_all(lever: Lever) -> Scale:
    """Return the scale of a whole lever: that of one area for a mean, wider for a sum."""
    one = scale_of_lever(lever)
    if is_mean(lever):
        return one
    count = len(elements_of(lever))
    return replace(
        one,
        high=one.high * _TOTAL_OVER_ONE,
        step=one.step * _TOTAL_OVER_ONE,
        least=one.least * count,
        most=one.most * count,
    )


def name_beside(whole: Described, areas: Collection[str]) -> str:
    """Return what the row of all areas is called: beside rows of some, that it is of all."""
    if not areas:
        return whole.name
    if isinstance(whole.row, Lever) and is_mean(whole.row):
        text = translate("Levers", "{lever}, mean of places")
        return text.format(lever=whole.name)
    text = translate("Levers", "{lever}, all")
    return text.format(lever=whole.name)
