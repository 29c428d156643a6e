"""Where the values of inputs come from, and what contradicts them; seventh floor of planner.

Inputs that differ between the scenarios come first, and behind them all others: a default acts,
too.
"""

from collections.abc import Iterator, Sequence
from typing import Final

from planner.facts.defaults import explain
from planner.facts.told import dispute_text, grade_text, kind_text
from planner.files.exports.sheets.cells import Row, Sheet
from planner.files.exports.sheets.inputs_sheet import ordered_rows
from planner.files.exports.sheets.row_labels import label_without_part
from planner.model.indices import split_address
from planner.model.inputs import Assumption, Lever, evidence_of
from planner.model.scenario import Scenario
from planner.storage.sentences.catalog import translate

_WIDTHS: Final = (34, 44, 12, 8, 60, 60, 60, 40)


def sources_sheet(scenarios: Sequence[Scenario]) -> Sheet:
    """Return the sheet of the sources and disputes of every input."""
    head = (
        translate("Workbook", "key"),
        translate("Workbook", "label"),
        translate("Workbook", "kind"),
        translate("Workbook", "grade"),
        translate("Workbook", "disputes"),
        translate("Workbook", "why"),
        translate("Workbook", "sources"),
        translate("Workbook", "addresses"),
    )
    return Sheet(translate("Workbook", "Sources"), head, _rows(scenarios), _WIDTHS, frozen=2)


def _rows(scenarios: Sequence[Scenario]) -> Iterator[Row]:
    told: set[str] = set()
    for row, _ in ordered_rows(scenarios):
        if row.of is None or row.address in told:
            continue
        told.add(row.address)
        yield _row(row.of, row.address, label_without_part(row))


def _row(of: Lever | Assumption, name: str, label: str) -> Row:
    _, element = split_address(name)
    source = of.part.of if isinstance(of, Lever) and of.part else of
    found = explain(evidence_of(source, element))
    return (
        name,
        label,
        kind_text(found.kind),
        grade_text(found.grade),
        "\n".join(map(dispute_text, found.disputes)),
        found.text,
        "\n".join(found.source_names),
        "\n".join(found.urls),
    )
