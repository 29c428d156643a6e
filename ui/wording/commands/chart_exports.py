"""A command for each format of a chart; its words are those of the row. First floor of ui."""

from typing import Final

from ui.wording.commands.command import Command
from ui.wording.commands.export_format_rows import CHART_TABLES, CHARTS, PNG, ChartFormat


def _command(row: ChartFormat) -> Command:
    is_usual = row is PNG
    return Command(
        key=f"export_{row.suffix}",
        text=row.text,
        full_text=row.full_text,
        handler="exports.export_chart",
        data=row.suffix,
        menu="export",
        shortcuts=("Ctrl+E",) if is_usual else (),
        icon="export_png" if is_usual else "",
        toolbar="charts" if is_usual else None,
        places=("chart",),
    )


CHART_EXPORTS: Final = tuple(_command(row) for row in (*CHARTS, *CHART_TABLES))
