"""Slides show what their steps keep: charts, year, view, units, those beside them, notes."""

from dataclasses import replace
from pathlib import Path

import pytest

from planner.ensemble.many import Projector
from planner.ensemble.progress import to_the_end
from planner.model.presented.note import PinnedNote
from planner.model.presented.presented import Presented
from planner.model.presented.step import Shown
from planner.model.scenario import Scenario, lever_value, with_lever
from planner.model.story.states import beside_of, step_of
from planner.quantities.unit_system import UnitSystem
from planner.storage.sentences.spoken import LANGUAGES, speaking
from tests.some import some
from ui.charts.contents.specs import default_settings
from ui.charts.kept.charts import ALONE, text_of
from ui.print.story.pages import SIZE, picture_path, slide_laid_out, story_pdf
from ui.print.story.slide import Scene, Usual, charts_of, slide_of
from ui.print.story.work import StoryWork, as_pdf

LEVER = "alibaba_plan"
PLAN = Scenario(title="Plan", futures=32)
OTHER = with_lever(Scenario(title="Other", futures=32), LEVER, 50.0)
NOTE = PinnedNote("Chips arrive late", "enterprises", date=2029.0)
STEP = step_of(with_lever(PLAN, LEVER, 900.0), "Alibaba builds", "It rises", Shown(year=2028))
TOLD = replace(PLAN, presented=Presented("Why?", story=(STEP,), pinned=(NOTE,)))


@pytest.fixture(scope="module")
def projector():
    made = Projector()
    made.warm_up()
    return made


def _slide(projector, shown=STEP.shown, usual=None):
    scenes = [Scene(TOLD, replace(STEP, shown=shown))]
    return to_the_end(slide_of(scenes, 0, usual or Usual(), projector))


def test_that_a_slide_is_the_state_of_its_step_with_its_year_and_notes(projector):
    slide = _slide(projector)
    assert lever_value(slide.run.scenario, LEVER) == 900
    assert slide.run.scenario.presented == Presented(pinned=(NOTE,))
    assert (slide.run.year, slide.run.scenario.title) == (2028, "Plan")
    laid = slide_laid_out(slide)
    sheet = laid.printed.sheet
    assert (sheet.title, sheet.subtitle) == ("Alibaba builds", "It rises")
    assert sheet.size == SIZE.units
    notes = laid.printed.charts[0].chart.plot.notes.notes
    assert [each.mark.note for each in notes] == [NOTE]
    [values, *_] = sheet.values
    assert values is not None
    assert "2028" in values.about
    laid.printed.close()


def test_that_scenarios_beside_it_are_drawn_in_their_colors_and_not_itself(projector):
    usual = Usual(others=((OTHER, 3), (replace(OTHER, title="Plan"), 1)))
    run = _slide(projector, usual=usual).run
    assert [(each.scenario, color) for each, color in run.others] == [(OTHER, 3)]


def test_that_scenarios_that_a_step_keeps_are_drawn_as_they_were_in_their_colors(projector):
    kept = with_lever(OTHER, LEVER, 70.0)
    beside = (beside_of(kept, "Other"), beside_of(kept, "Closed"))
    scenes = [Scene(TOLD, replace(STEP, beside=beside))]
    usual = Usual(others=((OTHER, 3),), open=(("Other", OTHER, 3), ("Plan", PLAN, 0)))
    run = to_the_end(slide_of(scenes, 0, usual, projector)).run
    assert [(each.scenario.title, color) for each, color in run.others] == [
        ("Other", 3),
        ("Closed", 1),
    ]
    assert {lever_value(each.scenario, LEVER) for each, _ in run.others} == {70.0}
    alone = [Scene(TOLD, replace(STEP, beside=()))]
    assert to_the_end(slide_of(alone, 0, usual, projector)).run.others == ()


def test_that_a_slide_is_held_against_what_its_step_keeps(projector):
    step = replace(STEP, beside=(beside_of(with_lever(OTHER, LEVER, 70.0), "Other"),))
    runs = []
    for against in some(("", "Other", TOLD.title, "Gone")):
        shown = replace(step.shown, against=against)
        scenes = [Scene(TOLD, replace(step, shown=shown))]
        runs.append(to_the_end(slide_of(scenes, 0, Usual(), projector)).run)
    plain, other, itself, gone = runs
    assert [each.against for each in runs] == ["", "Other", TOLD.title, ""]
    assert other.reference is other.others[0][0]
    assert itself.reference is itself.projection
    assert gone.reference is plain.reference is None


def test_that_charts_are_those_of_the_step_else_the_usual():
    usual, four = Usual(), default_settings()
    assert charts_of(Shown(), usual) == four
    assert charts_of(Shown(arrangement="1 x 3"), usual) == four[:3]
    assert charts_of(Shown(arrangement=f"{ALONE}2"), usual) == four[1:2]
    assert (
        charts_of(Shown(arrangement=f"{ALONE}9", charts=text_of(four[::-1])), usual) == four[::-1]
    )
    [first, *_] = charts_of(Shown(view="difference"), usual)
    assert first.view == "difference"
    assert charts_of(Shown(view="no such view", charts="no/such"), usual) == four


def test_that_units_and_strips_are_those_of_the_step(projector):
    shown = Shown(money="USD", compute="H100e", strips=False)
    slide = _slide(projector, shown)
    assert (slide.units, slide.strips) == (UnitSystem("USD", "H100e"), False)
    laid = slide_laid_out(slide)
    assert not laid.printed.sheet.has_strips
    assert "USD" in laid.printed.sheet.provenance
    laid.printed.close()


def test_that_nothing_of_a_slide_is_cut_off_in_any_language(projector):
    long = replace(STEP, title="What a title may say" * 9, sentence="A sentence of words. " * 28)
    for language in some(LANGUAGES):
        with speaking(language):
            slide = replace(_slide(projector), step=long)
            laid = slide_laid_out(slide)
            printed = laid.printed
            assert printed.sheet.title == long.title
            assert all(each.place.height() > 40 for each in printed.charts)
            assert printed.charts[-1].place.bottom() <= printed.bottom
            printed.close()


def test_that_a_document_has_a_page_for_each_slide(projector):
    slide = _slide(projector)
    pages = [slide_laid_out(replace(slide, number=number)) for number in (1, 2, 3)]
    assert story_pdf(pages, "Plan").count(b"/Type /Page\n") == 3


def test_that_pictures_are_named_in_order_and_fit_for_every_system(tmp_path):
    found = [picture_path(tmp_path, n, title).name for n, title in ((1, "a/b:c"), (12, "算力"))]
    assert found[1] == "12.算力.png"
    assert found[0].startswith("01.a")
    assert "/" not in found[0]


def test_that_work_that_is_left_gives_back_what_was_laid_out(projector):
    scenes = [Scene(TOLD, STEP)] * 2
    work = StoryWork(scenes, Usual(), as_pdf(Path("s.pdf"), "Plan"))
    prepared = to_the_end(work.make())
    prepared.lay_out()
    [laid] = work._charts
    work.close()
    assert work._charts == []
    assert laid.printed.charts
