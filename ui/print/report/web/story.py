"""The steps of a story on a page of the web. Floor: print."""

from base64 import b64encode
from collections.abc import Iterable
from html import escape

from ui.print.report.charts import ReportChart
from ui.print.report.story import StepTold


def charts_html(charts: Iterable[ReportChart], notes: str) -> str:
    """Return charts side by side, painted into the page, and below them notes without room."""
    pictures = "\n".join(map(_picture, charts))
    below = f'<p class="small">{escape(notes)}</p>' if notes else ""
    return f'<div class="charts">\n{pictures}\n</div>\n{below}' if pictures else ""


def _picture(chart: ReportChart) -> str:
    data = b64encode(chart.svg()).decode("ascii")
    return f'<img alt="{escape(chart.told)}" src="data:image/svg+xml;base64,{data}" />'


def step_html(step: StepTold) -> str:
    """Return a step: its title, its sentence and its charts."""
    sentence = f"<p>{escape(step.sentence)}</p>\n" if step.sentence else ""
    charts = charts_html(step.charts, step.notes)
    title = f"<h3><b>{escape(step.title)}</b></h3>"
    return f'<article class="step">\n{title}\n{sentence}{charts}\n</article>'
