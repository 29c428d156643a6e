"""What the tip of a value says of its default: why, from where, how far to trust it."""

from planner.model.graph import model
from ui.wording.rows.tip import input_tip


def tip(key, element="", figures="corroborated"):
    rows = model().levers if key in model().levers else model().assumptions
    return input_tip(rows[key], element, "Name", figures)


def test_that_a_judgement_says_what_stands_behind_it():
    assert "Confidence: our own judgement.<" in tip("rent_2025")
    assert "our own judgement, on no measurement or a weak one" in tip("supply_pull")
    assert "the figure is unknown" in tip("subsidy_rate", "ningbo")


def test_that_sources_of_a_judgement_are_not_named_as_if_they_stated_it():
    assert "Weighed in it: " in tip("rent_2025")
    assert "Source: " not in tip("rent_2025")
    assert "Source: " in tip("subsidy_rate", "shenzhen")


def test_that_a_corrected_figure_is_not_said_to_be_stated_by_the_article():
    assert "corrected by other sources" in tip("local_fund", "beijing")
    assert "stated in one of the four articles" in tip("local_fund", "beijing", "as_stated")
    assert "stated in one of the four articles" in tip("alibaba_plan")
