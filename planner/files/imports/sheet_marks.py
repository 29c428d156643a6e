"""What the XML of a workbook tells that its values do not; seventh floor of planner.

Which cells are merged, which hold a formula that nobody has worked out, how far a sheet reaches:
the library that reads the values tells none of it, and would believe what a file says of its size.
"""

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Callable
    from xml.parsers.expat import XMLParserType

_KINDS_OF_LINK: Final = {
    "externallink": "sheet_links",
    "externallinkpath": "sheet_links",
    "connections": "sheet_links",
    "querytable": "sheet_links",
    "vbaproject": "sheet_macros",
    "xlmacrosheet": "sheet_macros",
}
_TEXT: Final = "str"
"""The kind of a cell whose formula gives a text, which may well be empty."""
_ERROR: Final = "e"
_LETTERS_AT_MOST: Final = 3
_DIGITS_AT_MOST: Final = 7


@dataclass(slots=True)
class Marks:
    """What one part holds besides values: `rows` and `columns` are how far its cells reach."""

    size: int = 0
    rows: int = 0
    columns: int = 0
    merged: list[str] = field(default_factory=list)
    unworked: list[str] = field(default_factory=list)
    """Cells with a formula and no value."""
    errors: set[tuple[int, int]] = field(default_factory=set)
    """Row and column of cells that hold an error, such as #REF!."""
    foreign: str = ""
    """The message that says what it asks for that a workbook of scenarios has not."""


class MarksReader:
    """Reads marks while parts are parsed, and counts the elements of all of them."""

    ELEMENTS_AT_MOST: Final = 400_000

    def __init__(self) -> None:
        self.elements = 0
        self._marks = Marks()
        self._cell = ""
        self._has_formula = self._has_value = self._holds_text = False
        self._row = self._column = 0
        self._parser: XMLParserType | None = None

    def begin(self, parser: "XMLParserType") -> Marks:
        """Return the marks of the next part, which are filled while the parser reads it."""
        self._marks = Marks()
        self._row = self._column = 0
        self._cell = ""
        self._parser = parser
        parser.StartElementHandler = self._on_start
        parser.EndElementHandler = self._on_end
        return self._marks

    def _on_start(self, element: str, attributes: dict[str, str]) -> None:
        self.elements += 1
        match element.rpartition(":")[2]:
            case "row":
                self._begin_row(attributes.get("r", ""))
            case "c":
                self._begin_cell(attributes.get("r", ""), attributes.get("t", ""))
            case "f":
                self._has_formula = True
            case "v":
                self._listen(self._on_value)
            case "is":
                self._has_value = True
            case "mergeCell":
                self._marks.merged.append(attributes.get("ref", ""))
            case "Relationship":
                kind = attributes.get("Type", "").rpartition("/")[2].casefold()
                self._marks.foreign = self._marks.foreign or _KINDS_OF_LINK.get(kind, "")

    def _on_end(self, element: str) -> None:
        match element.rpartition(":")[2]:
            case "v":
                self._listen(None)
            case "c":
                if self._has_formula and not (self._has_value or self._holds_text):
                    self._marks.unworked.append(self._cell)
                self._has_formula = self._has_value = self._holds_text = False

    def _on_value(self, _: str) -> None:
        """Know that a value is not empty; the rest of it need not be heard."""
        self._has_value = True
        self._listen(None)

    def _listen(self, hear: "Callable[[str], None] | None") -> None:
        if self._parser is not None:
            self._parser.CharacterDataHandler = hear

    def _begin_row(self, said: str) -> None:
        before, self._column = self._row, 0
        self._row = _number(said) if said else before + 1
        if self._row <= before:  # whoever reads on would leave it out
            self._marks.foreign = self._marks.foreign or "sheet_damaged"
        self._marks.rows = max(self._marks.rows, self._row)

    def _begin_cell(self, said: str, kind: str) -> None:
        letters = said.rstrip("0123456789")
        self._cell = said
        self._holds_text = kind == _TEXT
        self._column = column_number(letters) if letters else self._column + 1
        row = _number(said[len(letters) :]) if letters else self._row
        self._marks.rows = max(self._marks.rows, row)
        self._marks.columns = max(self._marks.columns, self._column)
        if kind == _ERROR:
            self._marks.errors.add((row, self._column))


def column_number(letters: str) -> int:
    """Return the number of a column, 1 for A; one of too many letters is beyond every limit."""
    if len(letters) > _LETTERS_AT_MOST or not (letters.isascii() and letters.isalpha()):
        return 1 << 20
    number = 0
    for letter in letters.upper():
        number = number * 26 + ord(letter) - ord("A") + 1
    return number


def column_letters(number: int) -> str:
    """Return what a spreadsheet calls a column, A for 1."""
    letters = ""
    while number:
        number, rest = divmod(number - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters


def _number(digits: str) -> int:
    """Return the number of a row; one of too many digits is beyond every limit."""
    is_fine = digits.isascii() and digits.isdigit() and len(digits) <= _DIGITS_AT_MOST
    return int(digits) if is_fine else 10**_DIGITS_AT_MOST
