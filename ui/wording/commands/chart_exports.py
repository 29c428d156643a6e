"""A command for each format of a chart and of the report, in the words of its row. First floor."""

from typing import Final

from planner.storage.sentences.catalog import marked
from ui.wording.commands.command import Command
from ui.wording.commands.rows.export_formats import (
    CHART_TABLES,
    CHARTS,
    PNG,
    REPORTS,
    ChartFormat,
    ReportFormat,
)


def _command(row: ChartFormat) -> Command:
    is_usual = row is PNG
    return Command(
        key=f"export_{row.suffix}",
        text=row.text,
        full_text=row.full_text,
        handler="export_dialogs.export_chart",
        data=row.suffix,
        menu="export",
        shortcuts=("Ctrl+E",) if is_usual else (),
        icon="export_png" if is_usual else "",
        toolbar="charts" if is_usual else None,
        places=("chart",),
    )


CHART_EXPORTS: Final = tuple(_command(row) for row in (*CHARTS, *CHART_TABLES))


def _report(row: ReportFormat) -> Command:
    return Command(
        key=f"export_{row.key}",
        text=row.text,
        full_text=row.full_text,
        tip=marked(
            "Commands", "What was asked, the answer, inputs, comparison and charts on a page"
        ),
        handler="export_dialogs.export_report",
        data=row.suffix,
        menu="export",
        places=("chart",),
    )


REPORT_EXPORTS: Final = tuple(map(_report, REPORTS))
