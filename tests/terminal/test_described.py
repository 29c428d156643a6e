"""A scenario may stand on the command line: how it is run, and several of them to compare."""

import pytest

from planner.model.scenario import Scenario, lever_value
from ui.command_line import main
from ui.terminal.reading.changes import with_all
from ui.terminal.reading.inputs import InputError


def test_that_settings_are_set_like_levers():
    texts = ["figures=as-stated", "draws=as-drawn", "seed=7", "futures=20", "last_year=2030"]
    found = with_all(Scenario(), texts)
    assert found == Scenario(
        figures="as_stated", draws="as drawn", seed=7, futures=20, last_year=2030
    )


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("figures=new", 'figures takes corroborated or as-stated, not "new"'),
        ("draws=none", 'draws takes conditioned, as-drawn or calibrated, not "none"'),
        ("seed=-1", 'seed takes a whole number from 0 to 4294967295, not "-1"'),
        ("last_year=2024", 'last_year takes a whole number from 2025 to 2050, not "2024"'),
    ],
)
def test_that_a_setting_takes_nothing_else(text, why):
    with pytest.raises(InputError) as refused:
        with_all(Scenario(), [text])
    assert str(refused.value) == why
    assert lever_value(Scenario(), "network_build_time") > 0


def test_that_scenarios_are_compared_that_no_file_holds(capfd):
    first = ["--scenario", "Doubled", "--set", "alibaba_plan=760", "--set", "futures=20"]
    second = ["--scenario", "Slow", "--set", "network_build_time=9", "--set", "futures=20"]
    assert main(["compare", *first, *second]) == 0
    said = capfd.readouterr().out
    assert said.split()[:2] == ["doubled", "slow"] or said.split()[:2] == ["Doubled", "Slow"]
    assert "760" in said


def test_that_what_is_set_stands_behind_a_scenario(capfd):
    assert main(["compare", "baseline", "--set", "alibaba_plan=760"]) == 2
    assert "takes a --scenario before it" in capfd.readouterr().err


def test_that_a_run_takes_a_title(capfd):
    assert main(["run", "baseline", "--futures", "16", "--title", "A plan of mine"]) == 0
    assert capfd.readouterr().out.startswith("A plan of mine\n")


def test_that_the_year_is_that_of_charts_and_a_report(capfd):
    assert main(["run", "baseline", "--year", "2030"]) == 2
    assert "--year is the year of charts and the report" in capfd.readouterr().err
