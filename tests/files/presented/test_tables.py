"""Stories and notes on charts in a workbook of scenarios: they come back as they were."""

import io
from dataclasses import replace

import pytest
from openpyxl import load_workbook

from planner.files.exports.scenario_sheet import scenario_sheet
from planner.files.imports.scenario_workbook import contents_of_workbook
from planner.files.presented.tables import quoted, unquoted
from planner.model.paths import LeverPath
from planner.model.presented.note import PinnedNote
from planner.model.presented.presented import Presented
from planner.model.presented.step import Shown
from planner.model.scenario import (
    Scenario,
    with_assumption,
    with_figures,
    with_lever,
    with_target,
)
from planner.model.story.states import beside_of, step_of
from planner.model.targets.target import Target
from planner.quantities.spread import Spread
from planner.storage.sentences.file_error import FileError
from planner.storage.sentences.spoken import LANGUAGES, speaking
from tests.reliability.reading.corpus_workbooks import HEAD, workbook_of
from tests.some import some

PATH = LeverPath(((2025 + 1 / 3, 0.1 + 0.2), (2027.0, 600.0), (2030.999999999999, 1e-9)))
CHANGED = with_lever(Scenario(), "voucher_budget.chengdu", PATH)
CHANGED = with_lever(CHANGED, "center_sellable_target", 0.1 + 0.2)
CHANGED = with_assumption(CHANGED, "enterprises_2025.ningbo", Spread(1.1, 7 / 3, 1e5 / 3))
CHANGED = with_target(CHANGED, Target("utilization", "at least", 0.85, "centers", 2030))
OTHER = replace(with_figures(CHANGED, "as_stated"), seed=7, futures=9, last_year=2040)
SHOWN = Shown(2030, "difference", "", "1 x 1/2", False, '"', '""', "USD", "H100e", "=1+1")
PINNED = (
    PinnedNote("=1+1\nand more ", "rent"),
    PinnedNote("芯片来了", "used_compute", "chengdu", 2027 + 1 / 3, -1e-9, 0.1 + 0.2, 1.0),
)
BESIDE = (beside_of(CHANGED, "=1+1"), beside_of(OTHER, "另一个"), beside_of(Scenario(), "c"))
STORY = (
    step_of(CHANGED, "=HYPERLINK(1)", '@SUM(A1) "why"', SHOWN),
    step_of(OTHER, "第二步 ", beside=BESIDE),
    step_of(Scenario(), "Last", shown=Shown(strips=True, against=""), beside=()),
)
TOLD = Presented("=Why?", "+It rises.\nMuch.", "-Sell more", STORY, PINNED)
SCENARIOS = (
    replace(CHANGED, title="One", presented=TOLD),
    Scenario(title="None"),
    replace(CHANGED, title="ONE", presented=Presented(story=STORY[1:], pinned=PINNED[:1])),
)


def _read(data):
    return tuple(each.scenario for each in contents_of_workbook(data, "a.xlsx"))


def _faults(**sheets):
    with pytest.raises(FileError) as refused:
        _read(workbook_of(Scenarios=(HEAD,), **sheets))
    return [str(each) for each in refused.value.details]


def test_that_all_that_is_presented_comes_back_with_every_digit_in_every_language():
    for language in some(LANGUAGES):
        with speaking(language):
            assert _read(scenario_sheet(SCENARIOS)) == SCENARIOS


def test_that_it_comes_back_from_the_library_that_others_write_with():
    book, data = load_workbook(io.BytesIO(scenario_sheet(SCENARIOS))), io.BytesIO()
    book.save(data)
    found = _read(data.getvalue())
    assert [_texts(each) for each in found] == [_texts(each) for each in SCENARIOS]


def _texts(scenario):
    """Return all that is no number: that library writes numbers with a digit less."""
    told = scenario.presented
    steps = [(each.title, each.sentence, each.shown) for each in told.story]
    notes = [(each.text, each.chart, each.element) for each in told.pinned]
    return scenario.title, told.question, told.finding, told.decision, steps, notes


def test_that_no_text_of_it_is_a_formula_or_a_link():
    book = load_workbook(io.BytesIO(scenario_sheet(SCENARIOS)))
    cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row]
    assert "=HYPERLINK(1)" in [cell.value for cell in some(cells)]
    assert not any(cell.data_type == "f" or cell.hyperlink for cell in cells)


def test_that_what_nobody_presents_has_no_sheets():
    names = load_workbook(io.BytesIO(scenario_sheet([Scenario()]))).sheetnames
    assert names == ["Scenarios", "Paths", "Targets", "Own numbers", "About"]


def test_that_an_empty_text_is_told_from_none():
    for text in some(("", '"', '""', 'a"', "rent")):
        assert quoted(text)
        assert unquoted(quoted(text)) == text


def test_that_steps_stand_in_the_order_of_their_numbers_and_columns_in_any():
    story = (("title", "step", "scenario"), ("B", 7, "Hostile"), ("A", 2, "hostile"))
    inputs = (("value", "scenario", "step", "key"), ("85%", "Hostile", 7, "center_share"))
    targets = (
        ("scenario", "step", "outcome", "sense", "level"),
        ("Hostile", 2, "enterprises", "at least", 5),
    )
    sheets = {"Story": story, "Story inputs": inputs, "Story targets": targets}
    [found] = _read(workbook_of(Scenarios=(HEAD,), **sheets))
    first, second = found.presented.story
    assert (first.title, second.title) == ("A", "B")
    assert first.state.targets == (Target("enterprises", "at least", 5.0),)
    assert second.state.levers == (("center_share", 0.85),)


def test_that_everything_that_is_wrong_is_told_with_its_cell():
    story = (
        ("scenario", "step", "title", "seed", "year"),
        ("Hostile", 1, "One", 0.5, 2030),
        ("Hostile", 1, "Twice", 1, 2030),
        ("Hostile", "first", "Three", 1, 2030),
        ("Another", 2, "Four", 1, 2030),
        ("Hostile", 3, None, 1, 2030),
        ("Hostile", 4, "Five", 1, 1999),
    )
    inputs = (
        ("scenario", "step", "key", "value"),
        ("Hostile", 9, "center_share", 0.5),
        ("Hostile", 1, "seed", 5),
        ("Hostile", 1, "center_share", "lots"),
        ("Hostile", 4, "voucher_budget.chengdu", "2027:5; 2028:lots"),
    )
    told = _faults(**{"Story": story, "Story inputs": inputs})
    assert [each.partition(":")[0] for each in told] == [
        *("Story, A2", "Story, B3", "Story, B4", "Story, A5", "Story, A6", "Story, A7"),
        *("Story inputs, B2", "Story inputs, C3", "Story inputs, D4", "Story inputs, D5"),
    ]
    assert told[6] == "Story inputs, B2: step is 9; it must be one of 1, 4"
    assert told[2] == 'Story, B4: step is "first"; it must be a whole number from 1 to 60'


def test_that_inputs_without_a_story_and_notes_without_a_chart_are_told():
    inputs = (("scenario", "step", "key", "value"), ("Hostile", 1, "center_share", 0.5))
    notes = (
        ("scenario", "chart", "text", "x"),
        ("Hostile", None, "why", 0.5),
        ("Hostile", "rent", "why", "left"),
        ("Hostile", "rent", "why", 2),
    )
    told = _faults(**{"Story inputs": inputs, "Notes on charts": notes})
    assert told[0] == 'Story inputs, B2: this row has values, but no "Story"'
    assert told[1] == 'Notes on charts, A2: this row has values, but no "chart"'
    assert told[2].startswith('Notes on charts, A3: pinned.1.x is "left"; it must be ')
    assert told[3].startswith("Notes on charts, A4: pinned.1.x is 2; it must be ")
    assert len(told) == 4


def test_that_a_column_that_nothing_reads_is_told():
    notes = (("scenario", "chart", "text", "colour"), ("Hostile", "rent", "why", "red"))
    [told] = _faults(**{"Notes on charts": notes})
    assert told.startswith('Notes on charts, D1: "colour" is no column of this sheet')
