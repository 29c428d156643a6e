"""Workbooks of the hostile corpus: what no spreadsheet program makes, and what people do in one."""

import io
import struct
import zipfile
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import Any

from xlsxwriter import Workbook

HEAD = ("key", "label", "default", "Hostile")
TARGET_HEAD = ("scenario", "outcome", "element", "sense", "level", "year")
GOOD_ROWS = (HEAD, ("alibaba_plan", "Alibaba's plan", 380, 760))
SHEET = "xl/worksheets/sheet1.xml"
STRINGS = "xl/sharedStrings.xml"
LAUGHS = (
    '<!DOCTYPE s [<!ENTITY a "ha">'
    + "".join(
        f'<!ENTITY {name} "{f"&{before};" * 10}">'
        for before, name in zip("abcdefghi", "bcdefghij", strict=True)
    )
    + "]>"
)


def workbook_of(**sheets: Sequence[Sequence[Any]]) -> bytes:
    """Return a workbook of these sheets, each rows of cells; dates are written as dates."""
    data = io.BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "default_date_format": "yyyy-mm-dd"}
    with Workbook(data, options) as book:
        for name, rows in sheets.items():
            sheet = book.add_worksheet(name)
            for number, cells in enumerate(rows):
                for place, cell in enumerate(cells):
                    sheet.write(number, place, cell)
    return data.getvalue()


def changed(part: str, change: Callable[[bytes], bytes], data: bytes = b"") -> bytes:
    """Return a workbook with one of its parts changed, or another one added."""
    source = zipfile.ZipFile(io.BytesIO(data or workbook_of(Scenarios=GOOD_ROWS)))
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        for name in dict.fromkeys((*source.namelist(), part)):
            there = source.read(name) if name in source.namelist() else b""
            archive.writestr(name, change(there) if name == part else there)
    return made.getvalue()


def _replaced(part: str, old: bytes, new: bytes) -> Callable[[], bytes]:
    return lambda: changed(part, lambda there: there.replace(old, new, 1))


def _rows(*rows: Sequence[Any], **sheets: Sequence[Sequence[Any]]) -> Callable[[], bytes]:
    return lambda: workbook_of(Scenarios=(HEAD, *rows), **sheets)


def _plan(cell: object) -> Callable[[], bytes]:
    return _rows(("alibaba_plan", "", 380, cell))


def _of_wide_letters(there: bytes) -> bytes:
    text = there.decode().partition("?>")[2]
    return f'<?xml version="1.0" encoding="utf-16"?>{LAUGHS}{text}'.encode("utf-16")


def _lying() -> bytes:
    """Return a bomb whose directory says that it is small."""
    data = changed(SHEET, lambda there: there + b" " * 70_000_000)
    size = struct.pack("<I", next(i.file_size for i in _parts(data) if i.filename == SHEET))
    return data.replace(size, struct.pack("<I", 1000))


def _parts(data: bytes) -> list[zipfile.ZipInfo]:
    return zipfile.ZipFile(io.BytesIO(data)).infolist()


def _cells(count: int) -> bytes:
    return b"<row>" + b"<c/>" * count + b"</row></sheetData>"


def _with_cells(count: int) -> Callable[[], bytes]:
    return _replaced(SHEET, b"</sheetData>", _cells(count))


_FAR = b'<row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData>'
_BEYOND = b'<row r="99999999999"><c r="ZZZZZZZZ99999999999"><v>1</v></c></row></sheetData>'
_MERGED = b'</sheetData><mergeCells count="1"><mergeCell ref="C2:D2"/></mergeCells>'
_FORMULA = b'<c r="D2"><f>1+1</f></c>'
_EMPTY_FORMULA = b'<c r="D2"><f>1+1</f><v></v></c>'
_EMPTY_TEXT = b'<c r="D2" t="str"><f>IF(1,"","")</f><v></v></c>'
_ERROR = b'<c r="D2" t="e"><f>A99</f><v>#REF!</v></c>'
_GOOD_TARGET = ("Hostile", "enterprises", "", "at least", 9000, 2030)
_LINK = (
    b'<Relationship Id="rId9" Type="http://x/relationships/externalLink" '
    b'Target="elsewhere.xml"/></Relationships>'
)

WORKBOOKS: Mapping[str, Callable[[], bytes]] = {
    "workbook.xlsx": lambda: workbook_of(Scenarios=GOOD_ROWS),
    "workbook-of-a-scenario.xlsx": lambda: b'{"format": "suanli-scenario"}',
    "workbook-empty.xlsx": bytes,
    "workbook-encrypted.xlsx": lambda: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(512),
    "workbook-cut-off.xlsx": lambda: workbook_of(Scenarios=GOOD_ROWS)[:-400],
    "workbook-too-large.xlsx": lambda: workbook_of(Scenarios=GOOD_ROWS) + bytes(4_000_000),
    "workbook-bomb.xlsx": lambda: changed(SHEET, lambda there: there + b" " * 70_000_000),
    "workbook-bomb-that-lies.xlsx": _lying,
    "workbook-bomb-of-cells.xlsx": _with_cells(2_000_000),
    "workbook-of-16,384-columns.xlsx": _with_cells(16_384),
    "workbook-of-20,000-columns.xlsx": _with_cells(20_000),
    "workbook-of-entities.xlsx": _replaced(STRINGS, b"<sst", LAUGHS.encode() + b"<sst"),
    "workbook-of-entities-in-utf-16.xlsx": lambda: changed(STRINGS, _of_wide_letters),
    "workbook-with-another-file.xlsx": lambda: changed(
        "xl/externalLinks/externalLink1.xml", lambda _: b"<externalLink/>"
    ),
    "workbook-with-another-file-elsewhere.xlsx": _replaced(
        "xl/_rels/workbook.xml.rels", b"</Relationships>", _LINK
    ),
    "workbook-with-macros.xlsx": lambda: changed("xl/vbaProject.bin", lambda _: b"x"),
    "workbook-with-a-nul.xlsx": _replaced(STRINGS, b"Hostile", b"Hos\0tile"),
    "workbook-without-texts.xlsx": _replaced(STRINGS, b"<si>", b"<!--si>-->"),
    "workbook-of-numbers-as-texts.xlsx": _replaced(SHEET, b"<v>760</v>", b"<v>7x0</v>"),
    "workbook-of-other-sheets.xlsx": lambda: workbook_of(Table1=GOOD_ROWS),
    "workbook-of-no-key.xlsx": lambda: workbook_of(Scenarios=(("", "Hostile"), ("x", 1))),
    "workbook-of-no-scenario.xlsx": lambda: workbook_of(Scenarios=(HEAD[:3],)),
    "workbook-far-cell.xlsx": _replaced(SHEET, b"</sheetData>", _FAR),
    "workbook-cell-beyond.xlsx": _replaced(SHEET, b"</sheetData>", _BEYOND),
    "workbook-of-huge-size-by-its-word.xlsx": _replaced(SHEET, b"A1:D2", b"A1:XFD1048576"),
    "workbook-row-again.xlsx": _replaced(SHEET, b'<row r="2"', b'<row r="1"'),
    "workbook-merged.xlsx": _replaced(SHEET, b"</sheetData>", _MERGED),
    "workbook-formula.xlsx": _replaced(SHEET, b'<c r="D2"><v>760</v></c>', _FORMULA),
    "workbook-formula-worked-out.xlsx": _replaced(SHEET, b"<v>760</v>", b"<f>2*380</f><v>760</v>"),
    "workbook-formula-with-an-empty-value.xlsx": _replaced(
        SHEET, b'<c r="D2"><v>760</v></c>', _EMPTY_FORMULA
    ),
    "workbook-formula-of-empty-text.xlsx": _replaced(
        SHEET, b'<c r="D2"><v>760</v></c>', _EMPTY_TEXT
    ),
    "workbook-error.xlsx": _plan("#DIV/0!"),
    "workbook-error-in-a-title.xlsx": lambda: changed(
        SHEET,
        lambda there: there.replace(b'<c r="D2"><v>760</v></c>', _ERROR),
        workbook_of(Scenarios=(HEAD, ("title", "", "", 760))),
    ),
    "workbook-date-as-seed.xlsx": _rows(("seed", "", 2025, date(2027, 8, 1))),
    "workbook-targets.xlsx": _rows(targets=(TARGET_HEAD, _GOOD_TARGET)),
    "workbook-dates-in-targets.xlsx": _rows(
        Targets=(
            TARGET_HEAD,
            (*_GOOD_TARGET[:4], date(2027, 8, 1), 2030),
            (*_GOOD_TARGET[:5], date(2030, 1, 1)),
        )
    ),
    "workbook-target-column-unknown.xlsx": _rows(
        Targets=((*TARGET_HEAD[:5], "yeer"), _GOOD_TARGET)
    ),
    "workbook-target-column-twice.xlsx": _rows(
        Targets=((*TARGET_HEAD, "Year"), (*_GOOD_TARGET, 2031))
    ),
    "workbook-target-below-nothing.xlsx": _rows(Targets=((*TARGET_HEAD[:5], ""), _GOOD_TARGET)),
    "workbook-column-twice.xlsx": lambda: workbook_of(
        Scenarios=((*HEAD, "Key"), ("alibaba_plan", "", 380, 760, "seed"))
    ),
    "workbook-date.xlsx": _plan(date(2027, 8, 1)),
    "workbook-boolean.xlsx": _plan(True),
    "workbook-italian-number.xlsx": _plan("1.234,5"),
    "workbook-number-in-words.xlsx": _plan("a lot"),
    "workbook-number-with-unit.xlsx": _plan("7600亿"),
    "workbook-above.xlsx": _rows(("center_sellable_target", "", 0.6, 1.4)),
    "workbook-below.xlsx": _rows(("center_sellable_target", "", 0.6, -0.2)),
    "workbook-row-twice.xlsx": _rows(("seed", "", 1, 2), ("seed", "", 1, 3)),
    "workbook-unknown-row.xlsx": _rows(("alibaba_plam", "", 380, 760)),
    "workbook-bad-seed.xlsx": _rows(("seed", "", 2025, -1)),
    "workbook-hidden-title.xlsx": _rows(("title", "", "", "a\u202eb")),
    "workbook-order.xlsx": _rows(("crowd_in.low", "", 1, 9), ("crowd_in.high", "", 3, 2)),
    "workbook-path.xlsx": _rows(
        Paths=(
            ("key", "scenario", 2025, "2027-08", date(2029, 1, 1)),
            ("data_voucher_budget", "Hostile", 100, "6亿", 0),
        )
    ),
    "workbook-bad-paths.xlsx": _rows(
        ("data_voucher_budget", "", 0, 5),
        ("voucher_budget.shanghai", "", 0, "path"),
        Paths=(
            ("key", "scenario", 2025, 2099, "soon"),
            ("data_voucher_budget", "Hostile", 100, "", ""),
            ("alibaba_plan", "Hostile", 100, "", ""),
            ("voucher_local_share", "Hostile", 0.5, 0.6, ""),
            ("no_lever", "Hostile", 1, "", ""),
            ("legal_imports", "Another", 1, "", ""),
        ),
    ),
    "workbook-all-wrong.xlsx": lambda: workbook_of(
        Scenarios=(
            (*HEAD, "hostile", ""),
            ("alibaba_plan", "", 380, -1, 5, ""),
            ("", "", "", 5, "", ""),
            ("nothing", "", "", 5, "", ""),
            ("seed", "", 2025, 1.5, "", 7),
        )
    ),
}
