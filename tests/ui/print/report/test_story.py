"""The steps of a story in a report: title, sentence, charts of that state, and notes."""

from dataclasses import replace
from io import BytesIO
from pathlib import Path
from unicodedata import normalize

import pytest
from pypdf import PdfReader

from planner.ensemble.many import Projector
from planner.ensemble.progress import to_the_end
from planner.model.presented.note import PinnedNote
from planner.model.presented.presented import Presented
from planner.model.presented.step import Shown
from planner.model.scenario import Scenario, with_lever
from planner.model.story.states import step_of
from tests.some import some
from ui.charts.contents.specs import default_settings
from ui.charts.kept.charts import text_of
from ui.engine.export_queue import Prepared
from ui.engine.shown_run import ShownRun
from ui.print.drawing import report_of
from ui.print.report.parts import Asked, usual_order
from ui.print.report.story import StepTold, StorySteps, step_told
from ui.print.report.web.story import step_html
from ui.print.story.slide import Scene, Usual, slide_of
from ui.wording.sentences.report_pages import story_name

LEVER = "alibaba_plan"
PLAN = Scenario(title="Plan", futures=32)
LONG = "Chips arrive late, and centers stand half empty for a year. " * 4
NOTE = PinnedNote(LONG, "compute_supply", date=2029.0)
CHARTS = default_settings()
STORY = (
    step_of(
        with_lever(PLAN, LEVER, 900.0), "Alibaba builds", "It rises", Shown(charts=text_of(CHARTS))
    ),
    step_of(with_lever(PLAN, LEVER, 100.0), "Alibaba waits", shown=Shown(charts=text_of(CHARTS))),
)
TOLD = replace(PLAN, presented=Presented(story=STORY, pinned=(NOTE,)))
SCENES = [Scene(TOLD, step) for step in STORY]


def _combined(_run):
    yield 0.0
    return (), ()


def _report(doubled, baseline, suffix, order) -> bytes:
    path = Path(f"r.{suffix}")
    story = StorySteps(SCENES, Usual(), suffix)
    run, asked = ShownRun(doubled, baseline), Asked(order=order)
    made = to_the_end(report_of(run, asked, path, suffix, _combined, story)())
    while isinstance(made, Prepared):
        made = to_the_end(made.lay_out()())
    assert isinstance(made, dict)
    return made[path]


def _pages(data: bytes) -> list[str]:
    reader = PdfReader(BytesIO(data))
    return [" ".join(normalize("NFKC", page.extract_text()).split()) for page in reader.pages]


def test_that_a_story_begins_on_a_page_of_its_own_behind_the_report(qapp, doubled, baseline):
    first, *others = _pages(_report(doubled, baseline, "pdf", (*usual_order(0), "story")))
    assert "Comparison, December 2030" in first
    assert "Alibaba builds" not in first
    told = " ".join(others)
    said = ["Story", "1. Alibaba builds", "It rises", "Notes on charts", "2. Alibaba waits"]
    places = [told.index(each) for each in said]
    assert places == sorted(places)
    assert " ".join(LONG.split()) in told


def test_that_a_story_stands_where_it_was_put(qapp, doubled, baseline):
    for suffix in some(("pdf", "html")):
        data = _report(doubled, baseline, suffix, ("story", "comparison"))
        text = " ".join(_pages(data)) if suffix == "pdf" else data.decode()
        places = [text.index(each) for each in ("1. Alibaba builds", "Comparison, December")]
        assert places == sorted(places)


def test_that_a_page_of_the_web_shows_each_step_with_its_charts(qapp, doubled, baseline):
    page = _report(doubled, baseline, "html", ("summary", "story")).decode()
    _, *steps = page.split('<article class="step">')
    assert len(steps) == len(STORY)
    for step, kept in zip(some(steps), STORY, strict=True):
        assert kept.title in step
        assert step.count("<img ") == len(CHARTS)
    assert "Dec 2035: Plan" in steps[0]


def test_that_a_step_is_told_in_its_state_and_in_letters(qapp):
    projector = Projector()
    projector.warm_up()
    slide = to_the_end(slide_of(SCENES, 0, Usual(), projector))
    step = step_told(slide, "html")
    assert isinstance(step, StepTold)
    assert [chart.title for chart in step.charts][:2] == [
        "AI enterprises, all seven places",
        "Compute supply, all of China",
    ]
    odd = replace(step, title="<b>", charts=())
    assert "&lt;b&gt;" in step_html(odd)
    for chart in step.charts:
        chart.close()


@pytest.mark.parametrize(("count", "name"), [(1, "Story: 1 step"), (3, "Story: 3 steps")])
def test_that_a_story_is_called_by_its_steps(count, name):
    assert story_name(count) == name


def test_that_a_story_that_is_left_gives_back_its_charts(qapp):
    story = StorySteps(SCENES, Usual(), "pdf")
    prepared = to_the_end(story.begin(_never).lay_out()())
    assert isinstance(prepared, Prepared)
    prepared.lay_out()
    story.close()
    story.close()


def _never(_steps):
    raise AssertionError("only one step was laid out")
