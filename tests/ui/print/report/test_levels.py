"""A report of several scenarios tells the level of each with its range, in words and in tables."""

import re

import pytest

from planner.ensemble.many import Projector, all_requests
from planner.model.scenario import Scenario, with_lever
from planner.storage.sentences.spoken import speaking
from tests.some import some
from ui.engine.shown_run import ShownRun
from ui.print.report.columns import report_requests
from ui.print.report.contents import contents
from ui.print.report.parts import Asked
from ui.style.theme import LIGHT

SCENARIOS = {
    "Scarce": ("legal_imports", 0.0),
    "Quick": ("network_build_time", 2.0),
    "Spending": ("other_capex", 1400.0),
}
ASKED = Asked(2028)


@pytest.fixture(scope="module")
def run():
    """Return what runs so many scenarios beside the baseline."""
    used, requests = Projector(), tuple(dict.fromkeys((*all_requests(), *report_requests(ASKED))))
    plain = Scenario(futures=64, last_year=2031)
    runs = [used.project(plain, requests)]
    for title, lever in SCENARIOS.items():
        scenario = with_lever(Scenario(title=title, futures=64, last_year=2031), *lever)
        runs.append(used.project(scenario, requests))

    def make(count):
        others = tuple((each, color) for color, each in enumerate(runs[2 : 1 + count], 1))
        return ShownRun(runs[1], runs[0], others)

    return make


def _row(table, name):
    return next(row for row in table.rows if row[0].text.startswith(name))


@pytest.mark.parametrize("language", ["en", "it", "zh_CN"])
def test_that_of_two_scenarios_each_has_level_and_difference_with_their_ranges(qapp, run, language):
    with speaking(language):
        said = contents(run(2), ASKED, "report.html")
    rows = said.comparison[0].rows
    assert len(rows[0]) == 1 + 1 + 2 * 2
    below, scarce, apart, *_ = rows[0][1:]
    assert below.below
    assert scarce.below
    assert scarce.text != below.text
    assert apart.text.startswith("−")
    assert apart.below
    for sentence, level in zip(said.answer[:2], (rows[0][2], rows[0][4]), strict=True):
        assert level.text in sentence
        assert level.below in sentence


def test_that_of_many_scenarios_differences_stand_below_all_levels(qapp, run):
    table = contents(run(3), ASKED, "report.html").comparison[0]
    levels = _row(table, "AI enterprises")
    changes = table.rows[table.rows.index(levels) + 1]
    assert changes[0].text == "difference"
    assert changes[1].text == ""
    assert all(cell.text and cell.below for cell in some(levels[1:]))
    assert all(cell.text[0] in "+−" and cell.below for cell in some(changes[2:]))


def test_that_where_room_is_short_a_difference_stands_behind_the_level(qapp, run):
    said = contents(run(3), ASKED, "report.html")
    levels = _row(said.comparison[0], "AI enterprises")[2:]
    brief = _row(said.briefs[-1][0], "AI enterprises")[2:]
    told = [re.sub(r" \([+−]\d+\)$", "", cell.text) for cell in brief]
    assert told == [cell.text for cell in levels]
    assert all(cell.text.endswith(")") and " to " in cell.below for cell in some(brief))


def test_that_rents_are_told_though_no_card_is_about_them(qapp, run):
    asked = Asked(2028, cards=ASKED.cards[:1])
    for count in (2, 3):
        said = contents(run(count), asked, "report.html")
        names = [row[0].text for row in said.briefs[0][0].rows]
        assert [each for each in names if each.startswith("Compute rent, ")]
        assert all("compute rent, " in each for each in some(said.answer[:count]))


def test_that_a_level_that_differs_is_written_in_the_color_of_its_scenario(qapp, run):
    brief = contents(run(3), ASKED, "report.html").briefs[-1][0]
    assert all(cell.color != LIGHT.text for cell in some(_row(brief, "AI enterprises")[2:]))
