"""A scenario on one page: what is changed, the key figures, the charts, and where all is from.

One HTML file that needs nothing else: styles and charts stand in it, and it asks the browser to
load nothing. Whatever a scenario says of itself is run letter by letter. Works without a window.
"""

from base64 import b64encode
from collections.abc import Callable, Sequence
from datetime import date
from functools import partial
from html import escape
from string import Template
from typing import Final

from PySide6.QtCore import QCoreApplication, QDate

from planner.files.exports.xml_text import xml_text
from planner.model.paths import KNOTS_AT_MOST
from planner.model.scenario import Scenario
from planner.storage.places import resources_folder
from planner.storage.sentences.direction import isolated
from planner.studies.differing_inputs import differing_inputs
from ui.charts.contents.places import title_of
from ui.charts.contents.specs import ChartSetting, default_settings
from ui.charts.contents.words import wording
from ui.engine.shown_run import ShownRun
from ui.print.export import application_for_pictures, chart_work
from ui.print.figures_table import figures_tables
from ui.print.html_table import html_table
from ui.print.sheet import provenance, titles_in_words
from ui.print.size import PictureSize
from ui.style.theme import LIGHT
from ui.wording.compared.reference import called
from ui.wording.moves import every_move
from ui.wording.translate import language, numerals

CHART_SIZE: Final = PictureSize(1200, 800, 1.0)
Chart = tuple[ChartSetting, Callable[[], bytes]]


def report_html(
    run: ShownRun, settings: Sequence[ChartSetting] | None = None, made: date | None = None
) -> bytes:
    """Return the page of a run, with the charts of these settings or the four of a first start.

    Raises ExportError for a chart that cannot be drawn. The run holds the key figures. The page is
    about its scenario; of others on screen it says what they change, and its charts draw them.
    """
    return report_work(run, settings, made)()


def report_work(
    run: ShownRun, settings: Sequence[ChartSetting] | None = None, made: date | None = None
) -> Callable[[], bytes]:
    """Lay the charts of a page out, and return what writes the page, in any thread, once."""
    application_for_pictures()
    drawn = run.first_drawn
    charts = [
        (each, chart_work(each, drawn, "svg", CHART_SIZE))
        for each in settings or default_settings()
    ]
    day = made or date.today()  # noqa: DTZ011 - the day where the reader is
    return partial(_page, run, charts, day)


def _page(run: ShownRun, charts: Sequence[Chart], made: date) -> bytes:
    scenario, others = run.scenario, [other.scenario for other, _ in run.others]
    page = Template((resources_folder() / "style" / "report.html").read_text("utf-8"))
    parts = {
        "language": language().bcp47Name(),
        "title": escape(_title(run)),
        "byline": escape(_byline(scenario, made)),
        "notes": _notes(scenario),
        "changed_title": escape(QCoreApplication.translate("Report", "What is changed")),
        "changed": "\n".join((_changed(scenario), *map(_changed_in, others))),
        "breaches": _breaches(run),
        "figures_title": escape(QCoreApplication.translate("Report", "Key figures")),
        "figures": figures_tables(run),
        "charts_title": escape(QCoreApplication.translate("Report", "Charts")),
        "charts": "\n".join(_chart(setting, work()) for setting, work in charts),
        "provenance": escape(provenance(run.projection, numerals(), made, others)),
        "reading": escape(_reading(run.against)),
        "text": LIGHT.text,
        "muted": LIGHT.muted,
        "border": LIGHT.border,
        "accent": LIGHT.accent,
    }
    return xml_text(page.substitute(parts)).encode("utf-8")


def _title(run: ShownRun) -> str:
    """Return what the page is called: its scenario, or all of them where that is the baseline."""
    differing = differing_inputs((run.baseline.scenario, run.scenario))
    if run.others and not (differing.levers or differing.assumptions):
        return titles_in_words((run.scenario, *(other.scenario for other, _ in run.others)))
    return run.scenario.title


def _byline(scenario: Scenario, made: date) -> str:
    day = language().toString(QDate(made.year, made.month, made.day), "d MMMM yyyy")
    text = QCoreApplication.translate("Report", "A Suanli scenario for China's AI compute, {day}")
    parts = [text.format(day=day), scenario.author]
    return "  ·  ".join(part for part in parts if part)


def _notes(scenario: Scenario) -> str:
    return f'<p class="notes">{escape(scenario.notes)}</p>' if scenario.notes.strip() else ""


def _breaches(run: ShownRun) -> str:
    return "".join(f'<p class="breach">{escape(sentence)}</p>' for sentence in run.breaches)


def _changed(scenario: Scenario) -> str:
    """Return the table of what differs from the baseline, or that nothing does."""
    moves = every_move(Scenario(), scenario, KNOTS_AT_MOST)
    if not moves:
        text = QCoreApplication.translate("Report", "Nothing: this is the baseline.")
        return f"<p>{escape(text)}</p>"
    head = (
        QCoreApplication.translate("Report", "Lever or assumption"),
        QCoreApplication.translate("Report", "Baseline → this scenario"),
    )
    return html_table(head, (((move.title,), (move.change,)) for move in moves))


def _changed_in(other: Scenario) -> str:
    """Return what a scenario that the charts draw beside changes, under its title."""
    text = QCoreApplication.translate("Report", "Changed in {title}, which the charts draw as well")
    return f"<h3>{escape(text.format(title=isolated(other.title)))}</h3>\n{_changed(other)}"


def _chart(setting: ChartSetting, svg: bytes) -> str:
    picture = b64encode(svg).decode("ascii")
    title = escape(title_of(setting, wording()))
    return f'<img alt="{title}" src="data:image/svg+xml;base64,{picture}" />'


def _reading(against: str) -> str:
    """Return how to read the page, with what differences are from; empty for the baseline."""
    tr = QCoreApplication.translate
    reference = tr("Report", "the baseline under the same assumptions")
    return tr(
        "Report",
        "Each figure is the median of the futures, with the range that holds 80% of them; below it "
        "the median change from {reference}, future by future, with "
        "the range of 80% of these changes. It is no forecast: it says what follows from the "
        "inputs, as far as the model goes.",
    ).format(reference=called(against) or reference)
