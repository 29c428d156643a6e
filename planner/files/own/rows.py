"""A planner's own table as rows: what each is about, plainly written; seventh floor of planner.

Names, dates and numbers are read here, in whatever form they came; what the rows make together is
decided in `planner.files.own.numbers`. What is wrong is one sentence that names file and row.
"""

from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from difflib import get_close_matches
from typing import Final

from planner.facts.convert import can_convert
from planner.facts.record import EvidenceError
from planner.files.own.heads import IGNORED, Column, columns_of, without_unit
from planner.files.own.names import key_named, place_named
from planner.files.own.table import Table
from planner.files.own.typed import Mark, date_in, decimal_mark, number_in
from planner.model.graph import model
from planner.model.inputs import Assumption, Lever, elements_of
from planner.quantities.told.lists import in_a_row, led_by, one_of
from planner.quantities.typed.digits import ReadingError, folded
from planner.quantities.unit_forms import unit_form
from planner.storage.sentences.catalog import translate
from planner.storage.sentences.file_error import shown
from planner.storage.sentences.spoken import ENGLISH

_DATES: Final = ("start", "end", "base_start", "base_end")
_ENDS: Final = ("low", "high")
_NUMBERS: Final = ("central", *_ENDS, "error")
_REALIZED: Final = " realized"
"""What people leave out behind a unit of compute that is sold or used."""
_RELATIVE: Final = ("growth", "ratio")


@dataclass(frozen=True, slots=True)
class OwnRow:
    """One row: the key of an outcome or an input, an element, and texts in the form of evidence.

    `fields` are those of a measured point with dates and numbers plain; `error` is
    the distance of either end from the value, None where it is not told. `where` begins sentences.
    """

    key: str
    element: str
    fields: Mapping[str, str]
    value: float
    error: float | None
    where: str
    line: int


def rows_of(table: Table) -> Iterator[OwnRow]:
    """Yield the rows of a table. Raises EvidenceError."""
    columns = columns_of(table.head, table.name)
    rows = tuple(table.rows())
    places = [place for place, column in enumerate(columns) if _is_number(column)]
    texts = (row[place] for _, row in rows for place in places)
    mark = decimal_mark(texts, table.separator)
    for line, row in rows:
        where = translate("Planner", "{name}: row {line}").format(name=table.name, line=line)
        for fields, unit in _parts(columns, row, line):
            yield _row(fields, unit, mark, where, line)


def _is_number(column: Column) -> bool:
    return column.name in _NUMBERS


def _parts(
    columns: tuple[Column, ...], row: list[str], line: int
) -> Iterator[tuple[dict[str, str], str]]:
    """Yield the fields of a row and the unit its head tells; of several values, each by itself."""
    held = [place for place, column in enumerate(columns) if column.holds]
    plain = {
        column.name: text
        for column, text in zip(columns, row, strict=True)
        if column.name != IGNORED and not column.holds
    }
    if not held:
        yield plain, next((each.unit for each in columns if each.name == "central"), "")
    for place in held:
        if row[place]:
            key, unit = columns[place].holds, columns[place].unit
            name = f"{plain.get('id') or f'U{line:02d}'} {key}"
            yield {**plain, "id": name, "outcome": key, "central": row[place]}, unit


def _row(fields: dict[str, str], unit_of_head: str, mark: Mark, where: str, line: int) -> OwnRow:
    outcome, unit_behind = fields["outcome"], ""
    if key_named(outcome) is None:
        outcome, unit_behind = without_unit(outcome)
    key = _key(outcome, where)
    element = _element(fields.get("element", ""), key, where)
    dates = {each: _date(fields[each], each, where) for each in _DATES if fields.get(each)}
    if "start" not in dates and key not in model().assumptions:
        raise EvidenceError(translate("Planner", "{where}: date is empty").format(where=where))
    said = fields.get("unit") or unit_behind or unit_of_head
    written = _Written(*_unit(said, key, fields.get("reading", ""), where), mark, where)
    ends = {each: written.number(fields[each], each) for each in _ENDS if fields.get(each)}
    value = written.number(fields["central"], "value")
    if key in model().outcomes and value <= 0:
        raise EvidenceError(
            translate("Planner", "{where}: value must be above zero, not {found}").format(
                where=where, found=shown(fields["central"])
            )
        )
    plain = {each: repr(number) for each, number in {**dates, **ends, "central": value}.items()}
    return OwnRow(
        key=key,
        element=element,
        fields={**fields, "outcome": key, "element": element, "unit": written.unit, **plain},
        value=value,
        error=written.error(fields, value),
        where=where,
        line=line,
    )


@dataclass(frozen=True, slots=True)
class _Written:
    """How the numbers of a row are written: in `unit`, or with the unit `typed` behind them."""

    unit: str
    typed: str
    mark: Mark
    where: str

    def number(self, text: str, column: str) -> float:
        """Return the number in a column. Raises EvidenceError."""
        if self.typed:
            with suppress(ReadingError):
                return number_in(f"{text} {self.typed}", self.unit, self.mark)
        try:
            return number_in(text, self.unit, self.mark)
        except ReadingError as error:
            told = translate("Planner", "{column} must be a number, not {text}: {error}").format(
                column=column, text=shown(text), error=error
            )
            raise EvidenceError(led_by(self.where, told)) from None

    def error(self, fields: Mapping[str, str], value: float) -> float | None:
        """Return how far either end lies from the value. Raises EvidenceError."""
        text = fields.get("error", "")
        if not text:
            return None
        if fields.get("low") or fields.get("high"):
            told = translate("Planner", "there is an error and a range as well; leave one out")
            raise EvidenceError(led_by(self.where, told))
        said = folded(text).removeprefix("±").removeprefix("+/-").strip()
        try:
            if said.endswith("%"):
                error = number_in(said.removesuffix("%"), "1", self.mark) * value / 100
            else:
                error = self.number(said, "error")
        except (ReadingError, EvidenceError):
            error = -1.0
        if not 0 <= error < value:
            told = translate(
                "Planner", "error cannot be {text}; it must be as 5%, or less than the value"
            ).format(text=shown(text))
            raise EvidenceError(led_by(self.where, told))
        return error


def _key(said: str, where: str) -> str:
    if not said:
        raise EvidenceError(translate("Planner", "{where}: outcome is empty").format(where=where))
    key = key_named(said)
    if key is None:
        rows = (*model().outcomes, *model().levers, *model().assumptions)
        near = get_close_matches(said.casefold(), rows, n=3)
        text = translate("Planner", "{where}: there is no outcome {said}; did you mean {near}?")
        if not near:
            text = translate(
                "Planner", "{where}: there is no outcome {said}; `suanli reference` lists them"
            )
        raise EvidenceError(text.format(where=where, said=shown(said), near=one_of(near)))
    return key


def _element(said: str, key: str, where: str) -> str:
    element = place_named(said)
    elements = _elements(key)
    if element is None or element not in elements:
        allowed = in_a_row(filter(None, elements)) or translate("Planner", "none")
        raise EvidenceError(
            translate("Planner", "{where}: {key} has no element {said}; it has {allowed}").format(
                where=where, key=key, said=shown(said), allowed=allowed
            )
        )
    return element


def _elements(key: str) -> tuple[str, ...]:
    outcome = model().outcomes.get(key)
    return elements_of(_input(key)) if outcome is None else outcome.elements


def _input(key: str) -> Lever | Assumption:
    lever = model().levers.get(key)
    return model().assumptions[key] if lever is None else lever


def _date(text: str, column: str, where: str) -> float:
    try:
        return date_in(text)
    except ReadingError as error:
        told = {"start": "date", "end": "until"}.get(column, column)
        raise EvidenceError(
            translate("Planner", "{where}: {told} cannot be {text}: {error}").format(
                where=where, told=told, text=shown(text), error=error
            )
        ) from None


def _unit(said: str, key: str, reading: str, where: str) -> tuple[str, str]:
    """Return the unit that numbers of a row are kept in, and the one that they are typed in."""
    if reading in _RELATIVE:
        return said or "1", ""
    outcome = model().outcomes.get(key)
    unit = _input(key).unit if outcome is None else outcome.unit
    form = unit_form(unit, language=ENGLISH)
    if not said or (said in {form.shown, form.short} and form.factor == 1):
        return unit, ""
    for known in (said, f"{said}{_REALIZED}"):
        if can_convert(known, unit):
            return known, ""
    try:
        number_in(f"1 {said}", unit, ".")
    except ReadingError:
        raise EvidenceError(
            translate("Planner", "{where}: {key} is in {unit}, not in {said}").format(
                where=where, key=key, unit=unit, said=shown(said)
            )
        ) from None
    return unit, said
