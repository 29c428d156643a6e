"""What the inputs of a sweep are called, and how what a point sets is told. Floor: wording."""

from dataclasses import dataclass
from typing import Final

from planner.model.graph import model
from planner.model.indices import split_address
from planner.model.inputs import Assumption, Lever, default_spread, elements_of
from planner.quantities.listed import listed
from planner.quantities.shown import with_unit
from planner.quantities.told.labels import model_text
from planner.quantities.told.lists import clause_mark, in_turn
from planner.quantities.told.numerals import fixed, numerals
from planner.quantities.unit_table import PERCENT
from planner.storage.sentences.catalog import translate
from planner.sweep.design.inputs import Input
from planner.sweep.design.points import Points, world_named
from ui.wording.answers.survive import world_name
from ui.wording.rows.described import described
from ui.wording.rows.path_display import number_in
from ui.wording.scale import Scale, scale_of_assumption, scale_of_lever
from ui.wording.translate import unit_text

_SETTINGS_AT_MOST: Final = 4
"""More are told in the table."""


@dataclass(frozen=True, slots=True)
class InputTold:
    """What an input is called and the scale of its values."""

    name: str
    scale: Scale

    @property
    def unit(self) -> str:
        """The unit its bare numbers are in, empty where they carry it."""
        unit = unit_text(self.scale.shown_unit)
        return "" if unit == PERCENT else unit

    @property
    def heading(self) -> str:
        """Its name with its unit."""
        return in_turn((self.name, self.unit)) if self.unit else self.name

    def number(self, value: float) -> str:
        """Return a value of the model, without the unit that its heading tells."""
        text = number_in(self.scale, value)
        is_percent = unit_text(self.scale.shown_unit) == PERCENT
        return with_unit(text, PERCENT) if is_percent else text

    def shown(self, value: float) -> float:
        """Return the number that is shown for a value of the model."""
        return self.scale.shown(value)

    def value(self, value: float) -> str:
        """Return a value of the model with its unit."""
        text = self.number(value)
        return with_unit(text, self.unit) if self.unit else text


def input_told(given: Input) -> InputTold:
    """Return what an input of a sweep is called, and how its values are told."""
    key, element = split_address(given.name)
    row = (model().levers if given.is_lever else model().assumptions)[key]
    return InputTold(_name(row, element, is_fixed=given.is_fixed), _scale(row, element))


def world_of(points: Points, point: int) -> str:
    """Return the name of the world of a point; empty where the sweep has none."""
    if not points.worlds:
        return ""
    return world_told(points.worlds[int(points.world[point - 1])])


def settings_text(points: Points, point: int) -> str:
    """Return the number of a point with its world and what it sets, the first few of many."""
    values = points.values[point - 1].tolist()
    told = [
        translate("Sweeps", "{input} {value}").format(input=each.name, value=each.value(value))
        for each, value in zip(map(input_told, points.inputs), values, strict=True)
    ]
    world = world_of(points, point)
    text = translate("Sweeps", "Point {point}: {settings}")
    settings = listed([*filter(None, (world,)), *told], clause_mark(), _SETTINGS_AT_MOST)
    return text.format(point=fixed(point, 0, numerals()), settings=settings)


def world_told(key: str) -> str:
    """Return the name of a world by its key."""
    return world_name(world_named(key))


def _name(row: Lever | Assumption, element: str, *, is_fixed: bool) -> str:
    name = model_text(row.label)
    if element:
        name = described(row, element).full_name
    elif row.index == "area":
        name = translate("Sweeps", "{input}, each place").format(input=name)
    elif row.index is not None:
        name = translate("Sweeps", "{input}, clouds and centers alike").format(input=name)
    if is_fixed:
        return translate("Sweeps", "{input} (same in all futures)").format(input=name)
    return name


def _scale(row: Lever | Assumption, element: str) -> Scale:
    if isinstance(row, Lever):
        return scale_of_lever(row)
    return scale_of_assumption(row, default_spread(row, element or elements_of(row)[0]))
