"""What the tip of a value says of its default: why, from where, how far to trust it."""

from planner.model.graph import model
from planner.quantities.unit_system import BASE, UnitSystem
from ui.wording.figures.units import tell_in
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


def test_that_a_default_in_other_units_tells_three_digits_and_in_its_own_all_it_has():
    assert "Default: 100 M CNY/yr" in tip("voucher_budget", "chengdu")
    assert "Default: 12.2 CNY/card-h, drawn between 10.7 and 13.5<" in tip("rent_2025")
    tell_in(UnitSystem("USD"))
    try:
        assert "Default: 13.9 M USD/yr" in tip("voucher_budget", "chengdu")
    finally:
        tell_in(BASE)
