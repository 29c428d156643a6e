"""A path as a table says it: dates, values, where they come from, and how it is copied out."""

import pytest

from planner.model.paths import LeverPath
from planner.model.scenario import Scenario, with_lever
from ui.documents.path_edits import with_path
from ui.wording.paths.effect import effect_pair
from ui.wording.paths.knots import as_columns, path_page
from ui.wording.paths.subject import subject_of
from ui.wording.paths.typed import Refused, date_typed, knots_pasted, value_typed

CHENGDU = "voucher_budget.chengdu"


def test_that_each_value_tells_where_it_comes_from(qapp):
    path = LeverPath(((2025, 10), (2025.667, 100), (2027, 200), (2031, 0)))
    page = path_page(subject_of(CHENGDU), with_lever(Scenario(), CHENGDU, path))
    assert [row.origin for row in page.rows] == ["published", "published", "yours", "default"]
    assert page.is_own
    assert not path_page(subject_of(CHENGDU), Scenario()).is_own


def test_that_shares_are_copied_in_percent_and_pasted_back(qapp):
    subject = subject_of("center_sellable_target")
    path = LeverPath(((2025, 0.65), (2027, 0.755)))
    text = as_columns(subject, path)
    assert text == "From\t%\n2025-01-01\t65\n2027-01-01\t75.5\n"
    assert knots_pasted(subject, text, 2025) == path.knots


def test_that_a_path_replaces_numbers_of_its_parts():
    scenario = with_lever(Scenario(), "alibaba_plan", 500.0)
    path = LeverPath(((2025, 100), (2028, 200)))
    changed = with_path(scenario, subject_of("alibaba_later"), path)
    assert changed.levers == (("alibaba_capex", path),)


@pytest.mark.parametrize("text", ["", "yesterday", "2024-12", "2051.5"])
def test_that_a_date_that_is_none_or_outside_is_refused_in_one_sentence(qapp, text):
    with pytest.raises(Refused) as refusal:
        date_typed(text)
    assert str(refusal.value).endswith(".")
    assert str(refusal.value).count(". ") == 0


def test_that_a_value_beyond_the_hard_range_names_what_is_allowed(qapp):
    with pytest.raises(Refused, match="allowed are 1 to 100%"):
        value_typed(subject_of("center_sellable_target"), "140%")


def test_that_an_effect_is_asked_where_the_path_acts(qapp):
    subject = subject_of(CHENGDU)
    assert effect_pair(subject, ("enterprises", "")) == ("enterprises", "chengdu")
    assert effect_pair(subject, ("utilization", "centers")) == ("utilization", "centers")
