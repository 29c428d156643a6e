"""A report says what limits the compute of clouds and centers where scenarios differ in it."""

from dataclasses import replace
from datetime import date

import pytest

from planner.ensemble.many import Projector, all_requests
from planner.model.scenario import Scenario, with_lever
from ui.charts.contents.limits import cells_in
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
PART = [(1,)]


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


def test_that_clouds_and_centers_have_the_states_of_most_futures_beside_the_baseline(qapp, shown):
    beside = columns_of(shown(SCARCE))
    (table,) = limits_tables(beside, 2028, PART)
    assert [cell.text for cell in table.heads[0][1:]] == ["Baseline", "Scarce"]
    clouds, centers = _texts(table)
    assert (clouds[0], centers[0]) == ("Clouds", "Centers")
    first = cells_in(beside[1].run, "cloud", 2028, wording())[0]
    assert clouds[2].startswith(f"{first.state.lower()} {round(100 * first.share)}%")
    assert clouds[1] != clouds[2]


def test_that_nothing_is_said_where_scenarios_do_not_differ_in_it(qapp, shown):
    assert limits_tables(columns_of(shown(EARLY)), 2028, PART) == ()


def test_that_a_year_beyond_the_run_says_nothing(qapp, shown):
    assert limits_tables(columns_of(shown(SCARCE)), 2040, PART) == ()


def test_that_a_report_holds_the_table(qapp, shown):
    page = report_bytes(shown(SCARCE), Asked(2028, made=date(2026, 11, 26))).decode()
    assert "What limits compute, mean of 2028, in so many futures" in page


def test_that_a_report_says_it_in_words_and_of_a_place_when_its_budget_is_used(qapp, shown):
    asked = Asked(2028, areas=("henan",), made=date(2026, 11, 26))
    page = report_bytes(shown(EARLY), asked).decode()
    assert "Henan: the year&#x27;s budget is " in page
    assert "2028 mean: " in page
    assert "chips wanted per chip on offer." in page
    many = report_bytes(replace(shown(EARLY), others=((shown(SCARCE).projection, 1),)), asked)
    said = many.decode()
    assert said.count("chips wanted per chip on offer.") == 1 + 2, "of each, and the baseline"
    assert "<p>Baseline: 2028 mean: " in said
    assert "What limits compute, mean of 2028" not in said, "it is told in words"
