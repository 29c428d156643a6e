"""Notes that have no room on the charts of a sheet are told below them, to the last word."""

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtGui import QImage, QPainter

from planner.model.presented.note import PinnedNote
from planner.model.story.states import with_pinned
from tests.some import some
from ui.charts.contents.series import chart_picture
from ui.charts.contents.specs import default_settings
from ui.charts.layout.look import Look
from ui.engine.shown_run import ShownRun
from ui.print.printed_sheet import printed_sheet
from ui.print.report.blocks import TextBlock
from ui.print.report.charts import report_look, report_pictures
from ui.print.report.contents import contents
from ui.print.report.make import work_of
from ui.print.report.pages.paper import laid_out
from ui.print.report.parts import Asked, Contents
from ui.print.sheet import SCALE, Sheet, sheet_of
from ui.print.size import PictureSize

LONG = ("Chips arrive late, and centers stand half empty for a year. " * 4)[:200]
SMALL, LARGE = PictureSize(1000, 800, 1), PictureSize(3200, 2000, 1)


def _noted(count: int) -> tuple[PinnedNote, ...]:
    return tuple(
        PinnedNote(f"{number}: {LONG}", "compute_supply", date=2029.0) for number in range(count)
    )


@pytest.fixture
def sheet(qapp, doubled, baseline):
    """Return what makes a sheet of a chart with notes in a size."""

    def made(notes: tuple[PinnedNote, ...], size: PictureSize) -> Sheet:
        run = ShownRun(doubled, baseline)
        picture = chart_picture(default_settings()[1], run)
        noted = replace(picture, scenario=with_pinned(doubled.scenario, notes))
        return sheet_of(noted, doubled, Look(scale=SCALE), date(2026, 1, 1), size)

    return made


def test_that_notes_without_room_on_the_chart_are_told_in_full_below_it(sheet):
    notes = _noted(7)
    printed = printed_sheet(sheet(notes, SMALL), Look(scale=SCALE))
    folded = printed.folded_notes
    assert set(some(folded)) <= {note.text for note in notes}
    assert set(folded) <= set(printed.sheet.notes)
    image = QImage(1000, 800, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    printed.paint(painter)
    painter.end()
    assert printed.folded_notes == folded
    printed.close()


def test_that_a_sheet_with_room_for_its_notes_tells_none_again(sheet):
    printed = printed_sheet(sheet(_noted(2), LARGE), Look(scale=SCALE))
    assert (printed.folded_notes, printed.sheet.notes) == ((), ())
    assert len(printed.charts[0].chart.plot.notes.notes) == 2
    printed.close()


def test_that_very_many_notes_leave_charts_most_of_their_height(sheet):
    bare = printed_sheet(sheet((), SMALL), Look(scale=SCALE))
    for count in some((7, 10, 13, 16, 20, 40)):
        printed = printed_sheet(sheet(_noted(count), SMALL), Look(scale=SCALE))
        assert printed.height_of_charts >= 0.7 * bare.height_of_charts
        printed.close()
    bare.close()


@pytest.mark.parametrize("height", [600, 900])
def test_that_rows_that_had_to_go_for_notes_are_not_explained(sheet, height):
    for count in some(range(1, 20, 2)):
        size = PictureSize(1000, height, 1)
        printed = printed_sheet(sheet(_noted(count), size), Look(scale=SCALE))
        assert not printed.sheet.has_limits or printed.shows_limits
        assert not printed.sheet.has_strips or printed.shows_strips
        printed.close()


def _report(doubled, baseline, count: int, suffix: str) -> tuple[Contents, ShownRun]:
    noted = replace(doubled, scenario=with_pinned(doubled.scenario, _noted(count)))
    return contents(ShownRun(noted, baseline), Asked(), f"a.{suffix}"), ShownRun(noted, baseline)


def _words_of(paper) -> list[str]:
    return [block.text for page in paper.pages for _, block in page if isinstance(block, TextBlock)]


def test_that_a_report_tells_below_its_charts_the_notes_without_room_on_them(
    qapp, doubled, baseline
):
    (bare, run), (said, noted) = (_report(doubled, baseline, n, "pdf") for n in (0, 4))
    look = report_look()
    plain = laid_out(bare, report_pictures(bare.settings, run, look), look)
    paper = laid_out(said, report_pictures(said.settings, noted, look), look)
    assert not any(text.startswith("Notes on charts") for text in _words_of(plain))
    (told,) = [text for text in _words_of(paper) if text.startswith("Notes on charts")]
    folded = [text for each in paper.charts for text in each.chart.folded_notes]
    for text in some(folded):
        assert " ".join(text.split()) in told
    assert len(paper.pages) == len(plain.pages)
    for each in (plain, paper):
        each.close()


def test_that_a_page_of_the_web_tells_them_below_its_charts(qapp, doubled, baseline):
    said, run = _report(doubled, baseline, 7, "html")
    page = work_of(said, run, "html")().decode()
    _, _, below = page.partition("Notes on charts: ")
    assert [note.text.strip() for note in some(_noted(7)) if note.text.strip() in below]
