"""The command that a report prints gives the same scenario, whatever is set in it."""

import argparse
import shlex
from dataclasses import replace

import pytest

from planner.model.paths import LeverPath
from planner.model.scenario import Scenario, with_lever, with_target
from planner.model.targets.target import Target
from planner.quantities.unit_system import UnitSystem
from planner.storage.sentences.spoken import LANGUAGES, speaking
from planner.studies.cards import Card
from tests.reliability.model.any_inputs import any_inputs
from ui.terminal import compare, run
from ui.terminal.reading.cards import read_cards
from ui.terminal.reading.changes import with_all
from ui.terminal.reading.units import chosen_units
from ui.terminal.reading.wanted import with_wanted
from ui.wording.command_text import AsRun, changes_of, command_text
from ui.wording.figures.units import telling_in
from ui.wording.language import CODES

DOUBLED = with_lever(Scenario(title="It's doubled"), "voucher_budget.chengdu", 200.0)
SLOW = with_lever(Scenario(title="Slow"), "network_build_time", 9)


def _options(text, command):
    words = shlex.split(text)
    assert words[:2] == ["suanli", command.__name__.rpartition(".")[2]]
    parser = argparse.ArgumentParser()
    command.add_arguments(parser)
    return parser.parse_args(words[2:])


@pytest.mark.parametrize("seed", range(24))
def test_that_what_is_set_gives_the_same_scenario_again(seed):
    scenario = any_inputs(seed)
    again = with_all(Scenario(title=scenario.title), list(changes_of(scenario)))
    assert again == scenario


@pytest.mark.parametrize("language", LANGUAGES)
def test_that_a_command_means_the_same_in_every_language(language):
    scenario = with_lever(Scenario(), "voucher_budget.chengdu", 1.234)
    scenario = with_lever(scenario, "alibaba_plan", 123.456)
    commands = tuple(changes_of(scenario))
    assert commands == ("voucher_budget.chengdu=1.2340", "alibaba_plan=123.4560")
    with speaking(language):
        assert with_all(Scenario(), commands).levers == scenario.levers


def test_that_dates_are_written_as_people_write_them():
    path = LeverPath(((2025.0, 10.0), (2025 + 8 / 12, 100.0), (2027.25, 200.5)))
    scenario = with_lever(Scenario(), "voucher_budget.chengdu", path)
    assert list(changes_of(scenario)) == [
        "voucher_budget.chengdu=2025:10,2025-09:100,2027-04:200.5"
    ]


def test_that_the_baseline_is_run_without_anything_set():
    said = command_text([Scenario()], AsRun(), 2030, "report.html")
    assert said == "suanli run baseline --year 2030 --report report.html"


@pytest.mark.parametrize(("language", "code"), [("it", "it"), ("zh_CN", "zh")])
def test_that_a_report_is_made_again_in_its_language(language, code):
    with speaking(language):
        said = command_text([Scenario()], AsRun(), 2030, "report.html")
    assert said == f"suanli run baseline --year 2030 --report report.html --lang {code}"
    assert code in CODES


def test_that_a_scenario_keeps_title_targets_and_places():
    path = LeverPath(((2027.0, 1500.0), (2030.0, 1850.0)))
    for target in (
        Target("enterprises", "at least", 1850.0, "chengdu", 2030),
        Target("enterprises", "at least", path, between="linear"),
        Target("used_compute", "at most", "deliverable_compute"),
    ):
        scenario = with_target(DOUBLED, target)
        options = _options(
            command_text(
                [scenario], AsRun(None, ("chengdu",), (), scenario.targets), 2030, "a.pdf"
            ),
            run,
        )
        assert (options.title, options.places, options.year) == (DOUBLED.title, ("chengdu",), 2030)
        again = with_wanted(
            with_all(Scenario(title=options.title), options.changes), options.targets
        )
        assert again == scenario


def test_that_several_scenarios_stand_in_one_command():
    options = _options(command_text([DOUBLED, SLOW], AsRun(), 2028, "a.pdf"), compare)
    found = [with_all(Scenario(title=title), changes) for title, changes in options.described]
    assert found == [DOUBLED, SLOW]
    assert options.scenarios == []


def test_that_what_others_are_held_against_is_told_apart_from_its_namesake():
    other = replace(SLOW, title=DOUBLED.title)
    options = _options(command_text([DOUBLED, other], AsRun(other), 2030, "a.pdf"), compare)
    titles = [title for title, _ in options.described]
    assert len(set(titles)) == len(titles)
    assert options.against == titles[1]


def test_that_cards_and_units_come_again():
    cards = (Card("rent", "cloud"), Card("enterprises"), Card("enterprises", ""))
    system = UnitSystem("USD", "MW")
    with telling_in(system):
        said = command_text([DOUBLED], AsRun(None, ("chengdu",), cards), 2030, "a.pdf")
    options = _options(said, run)
    assert options.cards == cards
    assert chosen_units(options) == system


@pytest.mark.parametrize("typed", ["tokn", "enterprises.mars", "enterprises.", "rent.all", ""])
def test_that_what_is_no_card_is_refused_in_one_sentence(typed):
    with pytest.raises(argparse.ArgumentTypeError, match="is not allowed, only an outcome"):
        read_cards(typed)


def test_that_a_target_beyond_the_run_is_left_out():
    late = Target("enterprises", "at least", 1.0, "", 2040)
    scenario = replace(with_target(DOUBLED, late), last_year=2035)
    assert "--target" not in command_text(
        [scenario], AsRun(targets=scenario.targets), 2030, "a.pdf"
    )
