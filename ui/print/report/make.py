"""Makes a report of a run, as PDF or HTML: laid out in one thread, written in any. Floor: print."""

from collections.abc import Callable, Sequence
from functools import partial

from ui.engine.shown_run import ShownRun
from ui.print.answers.picture import AnswerPicture
from ui.print.answers.web import PICTURE_WIDTH, WIDE_PICTURE
from ui.print.export import application_for_pictures
from ui.print.report.charts import (
    CHART_SIZE,
    ReportChart,
    line_up,
    report_look,
    report_pictures,
)
from ui.print.report.contents import contents
from ui.print.report.page import page_bytes
from ui.print.report.pages.paper import laid_out, pdf_bytes, png_bytes
from ui.print.report.parts import AnswerTold, Asked, Contents
from ui.print.report.story import StepTold


def report_bytes(run: ShownRun, asked: Asked | None = None, suffix: str = "html") -> bytes:
    """Return a report of a run as the bytes of a file. Raises as `report_work`."""
    return report_work(run, asked, suffix)()


def report_work(
    run: ShownRun, asked: Asked | None = None, suffix: str = "html", name: str = ""
) -> Callable[[], bytes]:
    """Lay a report out, and return what makes the bytes of its file, in any thread, once.

    The command in it writes a file of the same `name`. The run holds what `report_requests` asks
    for; what it does not hold is left out. Raises ExportError for a chart that cannot be drawn.
    """
    return work_of(contents(run, asked or Asked(), name or f"report.{suffix}"), run, suffix)


def work_of(
    said: Contents, run: ShownRun, suffix: str, steps: Sequence[StepTold] = ()
) -> Callable[[], bytes]:
    """Lay out what a report of a run says, and return what makes the bytes of its file.

    The `steps` of its story are laid out for such a file.

    Raises ExportError for a chart that cannot be drawn.
    """
    application_for_pictures()
    look = report_look()
    pictures = report_pictures(said.settings, run, look)
    if suffix == "pdf":
        return partial(pdf_bytes, laid_out(said, pictures, look, steps))
    charts = tuple(ReportChart(each, look, CHART_SIZE) for each in pictures)
    line_up(charts)
    return partial(page_bytes, said, charts, tuple(map(_picture, said.answers)), steps)


def answer_page_bytes(said: Contents, suffix: str) -> bytes:
    """Return the page of an answer, which shows no charts of a run, as the bytes of a file.

    Of a picture, `png`, its pages stand below each other. Raises ExportError.
    """
    application_for_pictures()
    match suffix:
        case "pdf":
            return pdf_bytes(laid_out(said, (), report_look()))
        case "png":
            return png_bytes(laid_out(said, (), report_look()))
        case _:
            return page_bytes(said, (), tuple(map(_picture, said.answers)))


def _picture(told: AnswerTold) -> AnswerPicture:
    width = WIDE_PICTURE if told.answered.is_wide else PICTURE_WIDTH
    return AnswerPicture(told.answered, width)
