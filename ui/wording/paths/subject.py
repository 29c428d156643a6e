"""Whose path is edited: the lever that follows it, and the row whose slider moves it.

Floor: wording. It knows no scenario.
"""

from dataclasses import dataclass, replace

from planner.model.graph import model
from planner.model.indices import LABELS, address
from planner.model.inputs import Lever, elements_of
from planner.model.scenario import lever_at
from planner.quantities.told.labels import model_text
from planner.storage.sentences.catalog import translate
from ui.wording.figures.units import form_of
from ui.wording.rows.described import Described, described
from ui.wording.scale import Scale, scale_of_area, scale_of_lever
from ui.wording.translate import unit_text


@dataclass(frozen=True, slots=True)
class PathSubject:
    """A path, by what the slider moves (`input_`) and the `lever` whose knots these are.

    The two differ where a row moves a part of another lever's path. Without an `element`, of a
    lever that has one path an area, it is that of all together. `scale` is that of one knot.
    """

    input_: Described
    lever: Lever
    element: str
    scale: Scale

    @property
    def moved(self) -> Lever:
        """The lever whose number the slider moves: this one, or a part of its path."""
        return self.input_.row if isinstance(self.input_.row, Lever) else self.lever

    @property
    def address(self) -> str:
        """The address of the value that takes the knots; of all areas, the key of the lever."""
        return address(self.lever.key, self.element)

    @property
    def is_whole(self) -> bool:
        """Whether it is the path of all areas together."""
        return self.lever.index is not None and not self.element

    @property
    def names(self) -> tuple[str, ...]:
        """The addresses of the values that follow it: one, or that of each area."""
        return self.input_.names if self.is_whole else (self.address,)

    @property
    def row(self) -> Lever:
        """The lever with the ends that a knot has: wider ones where all areas are one sum."""
        if not self.is_whole:
            return self.lever
        ends = self.scale
        return replace(self.lever, low=ends.low, high=ends.high, least=ends.least, most=ends.most)

    @property
    def name(self) -> str:
        """What it is called, with its place, in the language that is spoken."""
        name = model_text(self.lever.label)
        if self.is_whole:
            return described(self.input_.row).full_name
        if not self.element:
            return name
        text = translate("Levers", "{lever}, {area}")
        return text.format(lever=name, area=model_text(LABELS[self.element]))

    @property
    def unit(self) -> str:
        """The unit of its values, in words."""
        return unit_text(form_of(self.lever.unit).words)

    @property
    def short_unit(self) -> str:
        """The unit as it stands beside a number."""
        return unit_text(self.scale.shown_unit)

    @property
    def places(self) -> tuple[str, ...]:
        """The places that have a path of their own; none where there is one for all."""
        return elements_of(self.lever) if self.lever.index is not None else ()

    @property
    def reading(self) -> str:
        """A sentence on how its dates are read."""
        if self.lever.over_time == "linear":
            return translate(
                "Path",
                "A straight line from date to date; level before the first and after the last.",
            )
        return translate("Path", "Each value holds from its date until the next.")


def subject_of(name: str) -> PathSubject:
    """Return the path that a value or a row with this address follows; of all areas by the key.

    Raises ScenarioError for an unknown one.
    """
    row = model().levers.get(name)
    if row is not None and row.index is not None:
        together = described(row)
        return PathSubject(together, row, "", together.scale)
    row, element = lever_at(name)
    lever = row.part.of if row.part else row
    scale = scale_of_area(lever, element) if element else scale_of_lever(lever)
    return PathSubject(described(row, element), lever, element, scale)
