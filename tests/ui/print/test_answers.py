"""Answers in a report: what is said, the picture, the table, and how futures were drawn."""

from dataclasses import replace
from datetime import date
from typing import get_args

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QImage, QPainter

from planner.ensemble.many import Projector
from planner.ensemble.projection import Request, inputs_of
from planner.model.scenario import Draws, Scenario, with_lever
from planner.studies.answers.table import AnswerColumn, AnswerTable
from tests.reliability.reading.corpus_sessions import ANSWER
from tests.some import some
from ui.charts.contents.specs import default_setting
from ui.engine.answered import Answered
from ui.engine.shown_run import ShownRun
from ui.print.answers.block import answer_blocks, fitting_answers
from ui.print.answers.first_page import fitting_page
from ui.print.answers.page import answer_contents
from ui.print.answers.picture import AnswerPicture
from ui.print.answers.told import answers_told
from ui.print.report.blocks import ChartsBlock
from ui.print.report.charts import report_look, report_pictures
from ui.print.report.contents import contents
from ui.print.report.make import answer_page_bytes, report_bytes
from ui.print.report.pages.paper import laid_out
from ui.print.report.pages.sections import closing
from ui.print.report.pages.sizes import A4
from ui.print.report.parts import Asked
from ui.print.report.rows import RowBlock

DAY = date(2026, 11, 26)


def _painted(painter, rect, theme):
    painter.fillRect(rect, QColor(theme.accent))
    painter.setFont(painter.font())
    painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, "Waterfall")


DRAWN = (default_setting("enterprises"),)
PAINTED = Answered(ANSWER, _painted, 0.5)


@pytest.fixture(scope="module")
def shown():
    run = Projector().project(Scenario(futures=20), (Request("enterprises"),))
    return ShownRun(run, run)


def test_that_a_page_tells_each_answer_with_its_picture_and_its_table(qapp, shown):
    asked = Asked(settings=DRAWN, made=DAY, answers=(PAINTED,))
    page = report_bytes(shown, asked).decode()
    for said in (ANSWER.title, ANSWER.sentence, "Alibaba&#x27;s plan", "Means, which add up."):
        assert said in page
    assert "Hostile against the baseline" in page
    assert "1,000 futures, seed 2025, model 2.0" in page
    assert page.count('alt="Why did it change?"') == 1
    assert "Questions and answers" in page
    without = report_bytes(shown, Asked(settings=DRAWN, made=DAY)).decode()
    assert "Questions and answers" not in without


def test_that_a_page_of_paper_holds_the_answers(qapp, shown):
    asked = Asked(settings=DRAWN, made=DAY, answers=(PAINTED, Answered(ANSWER), PAINTED))
    plain = report_bytes(shown, Asked(settings=DRAWN, made=DAY), "pdf")
    held = report_bytes(shown, asked, "pdf")
    assert held.startswith(b"%PDF")
    assert len(held) > len(plain)


def test_that_a_picture_is_painted_in_its_own_size(qapp):
    picture = AnswerPicture(PAINTED, 200.0)
    image = QImage(300, 200, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    picture.paint(painter, 50.0, 20.0)
    painter.end()
    white = QColor(Qt.GlobalColor.white)
    assert picture.height == 100
    assert image.pixelColor(52, 22) != white
    assert image.pixelColor(248, 118) != white
    for place in some([(48, 60), (252, 60), (100, 18), (100, 122)]):
        assert image.pixelColor(*place) == white
    assert b"Waterfall" in picture.svg()
    assert AnswerPicture(Answered(ANSWER), 200.0).is_empty


def test_that_an_answer_without_a_picture_stands_on_paper_as_its_table(qapp):
    (alone,) = answer_blocks(answers_told([Answered(ANSWER)]), 300.0, 320.0, 1000.0)
    told = answers_told([PAINTED, Answered(ANSWER)])
    pair, stamp = answer_blocks(told, 300.0, 320.0, 1000.0)
    low, _ = answer_blocks(told, 300.0, 320.0, pair.height + stamp.height - 1.0)
    assert pair.height > low.height > alone.height > 0


def test_that_a_picture_that_is_wide_has_a_row_of_its_own(qapp):
    wide = replace(PAINTED, is_wide=True)
    rows = answer_blocks(answers_told([PAINTED, wide, PAINTED, PAINTED]), 300.0, 320.0, 5000.0)
    heights = [each.height for each in rows]
    assert len(heights) == 4
    assert max(heights) == heights[2]
    assert min(heights) == heights[3]


def test_that_a_page_says_where_a_scenario_was_changed_after_its_answer(qapp):
    asked = Scenario(title=ANSWER.scenario)
    kept = replace(PAINTED, inputs=inputs_of(asked))
    changed = with_lever(asked, "alibaba_plan", 500)
    said = [answers_told([kept], [each])[0].notes[0] for each in (asked, changed)]
    assert said == ["Means, which add up.", "The scenario was changed after this was answered."]
    (unknown,) = answers_told([PAINTED], [changed])
    assert unknown.notes == ("Means, which add up.",)


def test_that_a_page_of_the_web_holds_every_row_of_a_long_table(qapp, shown):
    asked = Asked(settings=DRAWN, made=DAY, answers=(_long(40),))
    page = report_bytes(shown, asked).decode()
    assert [f">Row {number}<" in page for number in range(41)] == [True] * 40 + [False]


def test_that_a_long_table_goes_on_over_pages_of_paper_under_its_head(qapp, shown):
    answers = (PAINTED, _long(180), Answered(ANSWER))
    asked = Asked(made=DAY, answers=answers, order=(0, 1, 2))
    pages = _laid_out(shown, asked).pages
    rows = [[each for _, each in page if isinstance(each, RowBlock)] for page in pages]
    held = [page for page in rows if page]
    assert len(held) > 2
    assert sum(bool(each.heads) for page in held for each in page) == 180
    for page in held:
        assert page[0] in page[-1].heads
        assert not any(each.heads == () for each in page[1:])


def test_that_a_table_of_many_columns_takes_both_columns_of_a_page(qapp):
    wide = replace(ANSWER.table, columns=ANSWER.table.columns * 3, rows=())
    narrow, both = (
        answer_blocks(answers_told([Answered(each), PAINTED]), 300.0, 320.0, 5000.0)
        for each in (ANSWER, replace(ANSWER, table=wide))
    )
    assert len(both) == len(narrow) + 1


def test_that_every_way_of_drawing_futures_is_said(qapp):
    for draws in some(get_args(Draws)):
        kept = Answered(replace(ANSWER, stamp=replace(ANSWER.stamp, draws=draws)))
        (told,) = answers_told((kept,))
        assert told.stamp.startswith("1,000 futures, seed 2025, model 2.0, ")


def test_that_answers_stand_on_one_page_with_charts_and_comparison(qapp, shown):
    for count in (1, 2, 4):
        asked = Asked(settings=DRAWN, made=DAY, answers=(PAINTED,) * count)
        (page,) = _laid_out(shown, asked).pages
        blocks = [each for _, each in page]
        assert any(isinstance(each, ChartsBlock) for each in blocks)
        assert any(isinstance(each, RowBlock) for each in blocks)


def _long(count):
    cells = [""] * (len(ANSWER.table.columns) - 1)
    rows = tuple((f"Row {number}", *cells) for number in range(count))
    return Answered(replace(ANSWER, table=replace(ANSWER.table, rows=rows)))


def _laid_out(run, asked):
    look = report_look()
    said = contents(run, asked, "r.pdf")
    paper = laid_out(said, report_pictures(said.settings, run, look), look)
    paper.close()
    return paper


def _several(count, rows):
    table = replace(ANSWER.table, rows=ANSWER.table.rows[:1] * rows)
    return answers_told([replace(PAINTED, answer=replace(ANSWER, table=table))] * count)


@pytest.mark.parametrize(("room", "has_rows"), [(1000.0, True), (260.0, False)])
def test_that_a_picture_has_its_table_beside_it_where_there_is_room(qapp, room, has_rows):
    told = _several(2, 12)
    with_tables = fitting_answers(told, 300.0, 320.0, room, has_tables=True)
    assert (with_tables is not None) is has_rows
    without = fitting_answers(told, 300.0, 320.0, room, has_tables=False)
    assert without is not None


def test_that_an_answer_alone_is_said_above_and_has_one_page_with_all_it_rests_on(qapp):
    slower = with_lever(Scenario(title="Slower"), "network_build_time", 9.0)
    said = answer_contents(PAINTED, (slower,), "suanli explain slower", DAY)
    assert said.answer == (ANSWER.sentence,)
    (inputs,) = said.inputs
    assert [cell.text for cell in inputs.rows[0]][1:] == ["4", "9"]
    assert "seed 2025" in said.provenance
    page = fitting_page(said, A4, 1000.0, closing(said, A4.room))
    assert page is not None
    texts = [each for each in page.blocks if isinstance(each, RowBlock)]
    assert len(texts) > len(inputs.rows), "the table of the answer stands there too"
    paper = laid_out(said, (), report_look())
    assert len(paper.pages) == 1


def test_that_the_scenario_an_answer_is_against_stands_in_place_of_the_baseline(qapp):
    first, second = (
        with_lever(Scenario(title=title), "network_build_time", years)
        for title, years in (("Slower", 9.0), ("Faster", 2.0))
    )
    against = replace(PAINTED, answer=replace(ANSWER, against="Slower"))
    (table,) = answer_contents(against, (first, second), "", DAY).inputs
    assert [cell.text for cell in table.heads[0]][1:] == ["Slower", "Faster"]


@pytest.mark.parametrize(
    ("suffix", "begin"), [("pdf", b"%PDF"), ("png", b"\x89PNG"), ("html", b"<!DOCTYPE html>")]
)
def test_that_the_page_of_an_answer_is_written_as_its_name_ends(qapp, suffix, begin):
    said = answer_contents(PAINTED, (Scenario(),), "suanli explain", DAY)
    data = answer_page_bytes(said, suffix)
    assert data.lstrip().lower().startswith(begin.lower())


def test_that_a_key_of_files_before_a_name_is_not_told_to_readers(qapp):
    keyed = AnswerTable(
        "", (AnswerColumn("input", "Input"), AnswerColumn("label", "Name")), (("a_b", "A to B"),)
    )
    (told,) = answers_told([Answered(replace(ANSWER, table=keyed))])
    assert [[cell.text for cell in row] for row in told.table.rows] == [["A to B"]]
