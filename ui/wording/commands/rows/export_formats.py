"""Formats of charts and of the report, a row each, of the type that formats of numbers have.

First floor of ui. The menus, the dialogs and the options of the terminal follow from these rows. A
chart is written by what `ui.print.export` holds for its suffix, the report by
`ui.print.report.make`.
"""

from dataclasses import dataclass
from typing import Final

from planner.files.exports.formats import Format
from planner.storage.sentences.catalog import marked


@dataclass(frozen=True, slots=True, kw_only=True)
class ChartFormat(Format):
    """A format of one chart; `text` and `full_text` are those of its command."""

    text: str
    full_text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportFormat(Format):
    """A format of the report; `text` and `full_text` are those of its command."""

    text: str
    full_text: str


PNG: Final = ChartFormat(
    key="png",
    suffix="png",
    label="PNG picture",
    told=marked("Commands", "draw the charts into this folder"),
    text=marked("Commands", "Chart as &PNG…"),
    full_text=marked("Commands", "Export chart as PNG…"),
    keeps_letters=False,
    carries_scenario=True,
)
CHARTS: Final = (
    PNG,
    ChartFormat(
        key="svg",
        suffix="svg",
        label="SVG picture",
        told=marked("Commands", "draw them as SVG"),
        text=marked("Commands", "Chart as &SVG…"),
        full_text=marked("Commands", "Export chart as SVG…"),
    ),
    ChartFormat(
        key="pdf",
        suffix="pdf",
        label="PDF document",
        told=marked("Commands", "draw them as PDF"),
        text=marked("Commands", "Chart as P&DF…"),
        full_text=marked("Commands", "Export chart as PDF…"),
        keeps_letters=False,
    ),
)
"""Formats that a chart is drawn in; the terminal draws all charts into a folder."""
CHART_TABLES: Final = (
    ChartFormat(
        key="csv",
        suffix="csv",
        label="CSV",
        told=marked("Commands", "write the numbers of the chart"),
        text=marked("Commands", "Chart as &CSV…"),
        full_text=marked("Commands", "Export numbers of the chart as CSV…"),
    ),
    ChartFormat(
        key="xlsx",
        suffix="xlsx",
        label="Excel workbook",
        told=marked("Commands", "write the numbers of the chart as a workbook"),
        text=marked("Commands", "Chart as wor&kbook…"),
        full_text=marked("Commands", "Export numbers of the chart as workbook…"),
    ),
)
"""Formats of the numbers of a chart."""
SHEET: Final = Format(
    key="sheet",
    suffix="png",
    label="PNG picture",
    told=marked(
        "Commands", "draw the four charts on one sheet, as PNG, SVG or PDF by the ending of F"
    ),
    keeps_letters=False,
    carries_scenario=True,
)
PDF_REPORT: Final = ReportFormat(
    key="report_pdf",
    suffix="pdf",
    label="PDF document",
    told=marked("Commands", "write it on pages of A4"),
    text=marked("Commands", "&Report as PDF…"),
    full_text=marked("Commands", "Export report as PDF…"),
    keeps_letters=False,
)
REPORT: Final = ReportFormat(
    key="report",
    suffix="html",
    label="Web page",
    told=marked("Commands", "write it on one page, as PDF or HTML by the ending of F"),
    text=marked("Commands", "Report as H&TML…"),
    full_text=marked("Commands", "Export report as HTML…"),
)
REPORTS: Final = (PDF_REPORT, REPORT)
"""Formats of the report; the terminal has one option for both."""
