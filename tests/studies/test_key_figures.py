"""One list of key figures, which window, files and terminal read."""

import pytest

from planner.model.graph import model
from planner.studies.key_figures import CARDS, RENTS, SUMMARY, YEAR, YEARS, years_within
from planner.studies.model_versions import MONTH
from ui.terminal.tables.summary import summary_requests
from ui.views.center.display import YEAR_AT_START
from ui.wording.key_figures import kpi_requests
from ui.wording.sentences.paragraph import paragraph_requests


def test_that_key_figures_are_what_rows_of_outcomes_say_in_their_order():
    rows = model().outcomes
    assert [rows[key] for key in CARDS] == [row for row in rows.values() if row.key_figure]
    assert [key for key in rows if key in dict(SUMMARY)] == list(dict(SUMMARY))
    assert {row.key: row.summary for row in rows.values() if row.summary} == {
        key: tuple(element for each, element in SUMMARY if each == key) for key in dict(SUMMARY)
    }


def test_that_window_and_terminal_ask_a_run_for_the_key_figures_of_the_list():
    levels = tuple(each[:2] for each in kpi_requests() if each.view == "absolute")
    assert levels == (*((key, "") for key in CARDS), *RENTS)
    differences = [each for each in summary_requests() if each.view == "difference"]
    assert tuple(each[:2] for each in differences[: len(SUMMARY)]) == SUMMARY
    assert set(summary_requests()) - set(differences) <= set(paragraph_requests(()))


def test_that_window_and_files_read_key_figures_in_the_same_year():
    assert YEAR_AT_START == YEAR
    assert f"{YEAR}-12" == MONTH


@pytest.mark.parametrize(
    ("last_year", "years"),
    [(2035, list(YEARS)), (2031, [2025, 2028, 2030, 2031]), (2027, [2025, 2027])],
)
def test_that_years_are_those_a_run_reaches_and_its_last(last_year, years):
    assert years_within(last_year) == years
