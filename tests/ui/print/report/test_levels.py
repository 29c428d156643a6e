"""A report of several scenarios tells the level of each with its range, in words and in tables."""

from dataclasses import replace

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


@pytest.mark.parametrize("language", ["en", "it", "zh_CN"])
def test_that_of_many_scenarios_too_words_and_tables_tell_every_range(qapp, run, language):
    with speaking(language):
        said = contents(run(3), ASKED, "report.html")
    for (table,) in some((said.comparison, *said.briefs)):
        levels, changes = table.rows[:2]
        assert all(cell.text and cell.below for cell in some((*levels[1:], *changes[2:])))
        for sentence, *cells in zip(said.answer[:3], levels[2:], changes[2:], strict=True):
            for cell in some(cells):
                assert cell.text in sentence
                assert cell.below in sentence


def test_that_five_scenarios_stand_in_tables_as_wide_as_each_other(qapp, run):
    several = run(3)
    more = tuple(
        (
            replace(each, scenario=replace(each.scenario, title=f"{each.scenario.title} again")),
            color,
        )
        for color, (each, _) in enumerate(several.others, 3)
    )
    said = contents(replace(several, others=(*several.others, *more)), ASKED, "report.html")
    for tables in some((said.comparison, said.inputs)):
        heads = [[cell.text for cell in table.heads[0][1:]] for table in tables]
        assert heads == [
            ["Baseline", "Scarce", "Quick", "Spending"],
            ["Baseline", "Quick again", "Spending again", ""],
        ]
        assert len({len(table.rights) for table in tables}) == 1


def test_that_rents_are_told_though_no_card_is_about_them(qapp, run):
    asked = Asked(2028, cards=ASKED.cards[:1])
    for count in (2, 3):
        said = contents(run(count), asked, "report.html")
        names = [row[0].text for row in said.briefs[0][0].rows]
        assert [each for each in names if each.startswith("Compute rent, ")]
        assert all("compute rent, " in each for each in some(said.answer[:count]))


def test_that_a_difference_is_written_in_the_color_of_its_scenario(qapp, run):
    table = contents(run(3), ASKED, "report.html").briefs[-1][0]
    changes = table.rows[table.rows.index(_row(table, "AI enterprises")) + 1]
    assert all(cell.color != LIGHT.text for cell in some(changes[2:]))
