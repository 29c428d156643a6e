"""How scenarios stand in a workbook: the names of its sheets, columns and rows.

Seventh floor of planner. The one owner for what is written and what is read. A row is one value of
a scenario's file: a setting, a lever, or one of the three numbers of an assumption. A column is a
scenario.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Final

from planner.files.scenario.fields import fields_of
from planner.model.graph import model
from planner.model.indices import LABELS, address, split_address
from planner.model.inputs import Assumption, Lever, elements_of
from planner.model.presented.presented import ARGUMENT
from planner.model.scenario import Scenario
from planner.quantities.unit_forms import unit_form
from planner.quantities.unit_system import BASE, UnitSystem
from planner.quantities.unit_table import PERCENT
from planner.storage.sentences.spoken import ENGLISH

SCENARIOS: Final = "Scenarios"
PATHS: Final = "Paths"
TARGETS: Final = "Targets"
ABOUT: Final = "About"

KEY: Final = "key"
DEFAULT: Final = "default"
NAMED: Final = "scenario"
"""The column of the second sheet that says whose path a row is."""
BESIDE: Final[tuple[str, ...]] = (KEY, "label", "unit", "least", "most", DEFAULT)
"""Columns of the first sheet that are no scenario; one that begins like the last is none, too."""
BESIDE_PATHS: Final[tuple[str, ...]] = (KEY, "label", "unit", NAMED)
OF_TARGETS: Final[tuple[str, ...]] = ("outcome", "element", "sense", "level", "year", "between")
"""Columns of the third sheet besides that of the scenario: the fields of a target in a file."""
ALSO_OF_TARGETS: Final[tuple[str, ...]] = ("label", "unit")
"""Columns of the third sheet that are there for whoever reads it."""
IN_A_PATH: Final = ";"
IN_A_KNOT: Final = ":"
"""Part the knots of a target's level, and the date of one from its value: `2027:9000; 2030:1e4`."""

ON_A_PATH: Final = "path"
"""Stands in the cell of a lever whose knots are on the second sheet."""
PARTS: Final = ("low", "central", "high")
TEXTS: Final = ("title", "notes", "author", *ARGUMENT, "figures", "draws")
WHOLE: Final = ("seed", "futures", "last_year")


@dataclass(frozen=True, slots=True)
class SheetRow:
    """One row: its key, what it is called, and where its value stands in a scenario's file.

    A setting has no `of`; `part` is low, central or high of an assumption.
    """

    key: str
    label: str
    of: Lever | Assumption | None = None
    part: str = ""

    @property
    def address(self) -> str:
        """The address of the lever or assumption."""
        return self.key.removesuffix(f".{self.part}") if self.part else self.key

    @property
    def unit(self) -> str:
        """The unit that its numbers stand in, as the sheet says it."""
        return self.unit_in(BASE)

    def unit_in(self, system: UnitSystem) -> str:
        """Return the unit that a sheet tells its numbers in, in a system of units."""
        return "" if self.of is None else unit_form(self.of.unit, system, ENGLISH).shown

    @property
    def is_percent(self) -> bool:
        """Whether its numbers are shown in percent, 1 as 100%."""
        return self.unit.startswith(PERCENT)


@cache
def sheet_rows() -> dict[str, SheetRow]:
    """Return every row of the first sheet by its key, in order."""
    return {row.key: row for row in (*_settings(), *_levers(), *_assumptions())}


def setting_of_sheet(scenario: Scenario, key: str) -> str | int:
    """Return one setting of a scenario as its file has it, an empty text where it has none."""
    found: str | int = fields_of(scenario).get(key, "")
    return found


def column_names(scenarios: tuple[Scenario, ...]) -> tuple[str, ...]:
    """Return the head of each scenario's column: its title, told apart from every other head."""
    taken: set[str] = set()
    names = []
    for scenario in scenarios:
        name, number = scenario.title.strip(), 2
        while is_beside(name) or plain_head(name) in taken:
            name, number = f"{scenario.title.strip()} ({number})", number + 1
        taken.add(plain_head(name))
        names.append(name)
    return tuple(names)


def is_beside(head: str) -> bool:
    """Tell whether the head of a column is none of a scenario."""
    plain = plain_head(head)
    return not plain or plain in (*BESIDE, *BESIDE_PATHS) or plain.startswith(f"{DEFAULT} (")


def plain_head(head: str) -> str:
    """Return the head of a column as it is compared with others."""
    return head.strip().casefold()


def _settings() -> Iterator[SheetRow]:
    for key in (*TEXTS, *WHOLE):
        yield SheetRow(key, key.replace("_", " ").capitalize())


def _levers() -> Iterator[SheetRow]:
    for row in model().levers.values():
        for element in elements_of(row):
            yield SheetRow(address(row.key, element), _label(row, element), row)


def _assumptions() -> Iterator[SheetRow]:
    for row in model().assumptions.values():
        for element in elements_of(row):
            for part in PARTS:
                label = f"{_label(row, element)}, {part}"
                yield SheetRow(f"{address(row.key, element)}.{part}", label, row, part)


def _label(row: Lever | Assumption, element: str) -> str:
    return f"{row.label}, {LABELS[element]}" if element else row.label


def nested_place(name: str) -> tuple[str, ...]:
    """Return where the value of an address stands below `levers` or `assumptions` of a file."""
    return tuple(part for part in split_address(name) if part)
