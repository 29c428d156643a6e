"""What two outcomes are weighed in: another outcome, what is better of it, and a world."""

import pytest

from planner.model.scenario import Scenario, with_assumption
from planner.quantities.spread import fixed
from planner.studies.answers.about import About
from planner.studies.survive.worlds import own_worlds, worlds
from ui.style.theme import LIGHT
from ui.views.ask.worlds.tradeoff_page import COST, TradeOffPage

OWN = own_worlds([with_assumption(Scenario(title="My rents"), "cost_pull", fixed(0.3))])


@pytest.fixture
def page(qtbot):
    made = TradeOffPage(LIGHT)
    qtbot.addWidget(made)
    return made


def test_that_less_public_cost_in_the_default_world_is_weighed_first(page):
    weighed = page.weighed(About("enterprises", "", 2030))
    assert (weighed.about, weighed.better) == (About(COST, "", 2030), "less")
    assert weighed.world == worlds()[0]


@pytest.mark.parametrize(
    ("outcome", "element"),
    [("voucher_spend_cumulative", "chengdu"), ("net_public_cost", ""), ("rent", "cloud")],
)
def test_that_the_second_outcome_is_of_the_same_place_where_it_can_be(page, outcome, element):
    page.outcome.chosen.emit(outcome)
    about = page.weighed(About("enterprises", "chengdu", 2028)).about
    assert about == About(outcome, element, 2028)


def test_that_a_chosen_world_stays_until_it_is_gone(page, qtbot):
    page.show_worlds((*worlds(), *OWN))
    with qtbot.waitSignal(page.chosen):
        page.world.setCurrentIndex(6)
        page.world.activated.emit(6)
    page.show_worlds((*worlds()[:2], *OWN))
    assert page.weighed(About("enterprises", "", 2030)).world == OWN[0]
    assert page.world.currentText() == "Ranges of My rents"
    page.show_worlds(worlds())
    assert page.weighed(About("enterprises", "", 2030)).world == worlds()[0]
