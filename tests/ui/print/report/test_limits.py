"""A report says what limits compute by year in each scenario, where they differ in it."""

from dataclasses import replace
from datetime import date

import pytest

from planner.ensemble.many import Projector, all_requests
from planner.model.scenario import Scenario, with_lever
from ui.charts.contents.limits import rows_of, run_text
from ui.charts.contents.words import wording
from ui.engine.shown_run import ShownRun
from ui.print.report.columns import columns_of
from ui.print.report.limits import limits_tables
from ui.print.report.make import report_bytes
from ui.print.report.parts import Asked

PLAIN = Scenario(futures=200, last_year=2031)
SCARCE = with_lever(Scenario(title="Scarce", futures=200, last_year=2031), "legal_imports", 0)
EARLY = with_lever(
    Scenario(title="Vouchers", futures=200, last_year=2031), "voucher_budget.henan", 51
)


@pytest.fixture(scope="module")
def shown():
    """Return what runs a scenario beside the baseline."""
    used = Projector()
    baseline = used.project(PLAIN, all_requests())

    def make(scenario):
        return ShownRun(used.project(scenario, all_requests()), baseline)

    return make


def _texts(table):
    return [[cell.text for cell in row] for row in table.rows]


def test_that_each_scenario_has_a_row_with_what_limits_clouds_and_centers_by_year(qapp, shown):
    beside = columns_of(shown(SCARCE))
    (table,) = limits_tables(beside)
    assert [cell.text for cell in table.heads[1][1:]] == ["Clouds", "Centers"]
    below, scarce = _texts(table)
    assert (below[0], scarce[0]) == ("Baseline", "Scarce")
    run = next(each for each in rows_of(beside[1].run, wording())[0].runs if len(each) > 1)
    assert f"{run[0].year}–{run[-1].year}: {run_text(run)}" in scarce[1]
    assert scarce[1].startswith("2025: ")
    assert below[1] != scarce[1]


def test_that_of_several_each_has_its_row_and_what_differs_its_color(qapp, shown):
    several = replace(shown(EARLY), others=((shown(SCARCE).projection, 1),))
    (table,) = limits_tables(columns_of(several))
    assert [row[0] for row in _texts(table)] == ["Baseline", "Vouchers", "Scarce"]
    below, vouchers, scarce = ([cell.color for cell in row[1:]] for row in table.rows)
    assert below == vouchers
    assert scarce != below


def test_that_nothing_is_said_where_scenarios_do_not_differ_in_it(qapp, shown):
    assert limits_tables(columns_of(shown(EARLY))) == ()


def test_that_nothing_is_said_where_no_futures_were_counted(qapp, shown):
    run = shown(SCARCE)
    bare = replace(run.projection, series={})
    assert limits_tables(columns_of(replace(run, projection=bare))) == ()


def test_that_one_future_has_shares_of_the_year(qapp):
    one = Projector().project(replace(PLAIN, futures=1), all_requests())
    (table,) = limits_tables(columns_of(ShownRun(one, one)))
    assert table.heads[0][0].text == "What limits compute, share of the year"
    (row,) = _texts(table)
    assert "2025: money 92%, chips 8%, power and demand 0% each; " in row[1]


def test_that_a_report_holds_the_table(qapp, shown):
    page = report_bytes(shown(SCARCE), Asked(2028, made=date(2026, 11, 26))).decode()
    assert "What limits compute, share of futures (mean over the year)" in page


def test_that_a_report_says_it_in_words_and_of_a_place_when_its_budget_is_used(qapp, shown):
    asked = Asked(2028, areas=("henan",), made=date(2026, 11, 26))
    page = report_bytes(shown(EARLY), asked).decode()
    assert "Henan: the year&#x27;s budget is " in page
    assert "2028 mean, share of futures: " in page
    assert "chips wanted per chip on offer." in page
    many = report_bytes(replace(shown(EARLY), others=((shown(SCARCE).projection, 1),)), asked)
    said = many.decode()
    assert said.count("chips wanted per chip on offer.") == 1 + 2, "of each, and the baseline"
    assert "<p>Baseline: 2028 mean, share of futures: " in said
    assert "What limits compute, share of futures (mean over the year)" in said
