"""All cards of a row tell the same facts: what one has no room for is missing on each."""

from dataclasses import replace

import pytest

from tests.some import some
from ui.views.cards.row import KpiRow
from ui.widgets.cards.card import KpiCard
from ui.widgets.cards.facts import LEFT, RIGHT, Facts, Measure, named_within
from ui.wording.key_figures import KpiDisplay

FIRMS = KpiDisplay(
    title="AI enterprises",
    value="12,465",
    unit="",
    difference="+39",
    span="10,923–14,206",
    doc="",
    difference_span="+19 to +67",
    share="higher in 99% of futures",
    short_share="up in 99%",
    whisker=(19.0, 39.0, 67.0),
)
RENT = KpiDisplay(
    title="Compute rent, centers",
    value="4.95",
    unit="CNY per card and hour",
    difference="−0.11",
    span="2.98–8.85",
    doc="",
    short_unit="CNY/card-h",
    difference_span="−0.29 to +0.01",
    share="lower in 89% of futures",
    short_share="down in 89%",
    whisker=(-0.29, -0.11, 0.01),
)
POINTS = replace(RENT, title="Utilization, centers", short_unit="%", difference="−0.6 points")
USED = replace(RENT, title="Used compute", value="2,904", short_unit="EFLOPS")
SHOWN = (FIRMS, USED, POINTS, RENT)
LOW = range(560, 1200, 20)


@pytest.fixture
def low(qtbot):
    """Return the measure of low cards."""
    card = KpiCard()
    qtbot.addWidget(card)
    card.set_form(is_low=True, has_belief=False)
    return card.measure


@pytest.fixture
def row(qtbot):
    made = KpiRow()
    qtbot.addWidget(made)
    made.set_low(True)
    made.resize(LOW[-1], 80)
    with qtbot.waitExposed(made):
        made.show()
    made.show_displays(SHOWN)
    return made


def _parts(measure, shown, facts):
    """Return the pixels that each line of a card takes, its title shortened as far as it may be."""
    title = 0.45 * measure.small.width(shown.title)
    return (
        measure.name(shown, facts) - title if facts.unit_at_name else 0,
        measure.value(shown, facts),
        measure.change(shown, facts),
    )


def test_that_every_card_has_room_for_what_all_of_them_say(row, low, qtbot):
    said = set()
    for width in LOW:
        row.resize(width, 80)
        qtbot.waitUntil(lambda: row.layout().geometry().width() == row.width())
        row.layout().activate()
        facts = {card._facts for card in row.cards}
        assert len(facts) == 1, "a row has one mind"
        (agreed,) = facts
        said.add(agreed)
        for card in some(row.cards):
            room = card.width() - LEFT - RIGHT
            assert max(_parts(low, card.shown, agreed)) <= room, (width, card.shown.title)
    assert len(said) >= 3, "a narrower row says less"


def test_that_a_narrower_row_loses_ranges_of_levels_first_and_those_of_changes_last(low):
    lost = []
    for room in reversed(LOW):
        facts, widths = low.shared(SHOWN, room)
        assert sum(widths) <= room
        gone = [
            fact
            for fact in ("has_span", "has_share", "has_change_span")
            if not getattr(facts, fact)
        ]
        lost += [fact for fact in gone if fact not in lost]
    assert lost == ["has_span", "has_share", "has_change_span"]


def test_that_long_titles_are_shortened_before_all_cards_lose_their_share(low):
    place = replace(FIRMS, title="AI enterprises, Chengdu")
    everywhere = replace(USED, title="Used compute, all of China")
    facts, widths = low.shared((place, everywhere, POINTS, RENT), 694)
    assert facts.has_share
    assert facts.has_change_span
    assert sum(widths) <= 694


def test_that_a_shortened_title_keeps_its_unit(low):
    whole = low.name(RENT, Facts()) - low.small.width(RENT.span)
    for room in some(range(120, whole - 5, 7)):
        name = named_within(RENT, Facts(), low.small, room)
        assert name.endswith("…, CNY/card-h")
        assert low.small.width(name) <= room
    assert named_within(RENT, Facts(), low.small, 400) == "Compute rent, centers, CNY/card-h"


def test_that_titles_are_shortened_without_measuring_all_else_again(low, monkeypatch):
    asked: list[tuple[KpiDisplay, Facts]] = []
    change = Measure.change

    def counted(measure: Measure, shown: KpiDisplay, facts: Facts) -> int:
        asked.append((shown, facts))
        return change(measure, shown, facts)

    monkeypatch.setattr(Measure, "change", counted)
    low.shared(SHOWN, 1)
    assert len(asked) == len(set(asked)) == 12 * len(SHOWN)


def test_that_units_stand_behind_all_names_or_behind_all_values(low):
    placed = {low.shared(SHOWN, room)[0].unit_at_name for room in LOW}
    assert placed == {True, False}


def test_that_targets_are_all_told_in_full_or_all_short(low):
    aims = [replace(each, target="≥ 12,500: 48%", short_target="48%") for each in (FIRMS, USED)]
    aimed = (*aims, POINTS, RENT)
    told = {low.shared(aimed, room)[0].has_target for room in LOW}
    assert told == {True, False}


def test_that_a_card_without_a_row_says_what_it_has_room_for(low):
    assert low.facts_of([(RENT, 400)]) == Facts()
    assert not low.facts_of([(RENT, 130)]).has_share
