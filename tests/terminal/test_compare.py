"""`suanli compare`: differences with their ranges and shares, by year, and from any scenario."""

from dataclasses import replace

import pytest

from planner.files.scenario.scenario_file import write
from planner.model.scenario import Scenario, with_lever
from ui.command_line import main

PLAIN = Scenario(title="Plain", futures=16)
CENTERS = with_lever(replace(PLAIN, title="Centers"), "center_sellable_target", 0.8)
NETWORK = with_lever(replace(PLAIN, title="Network"), "network_build_time", 2.0)


@pytest.fixture
def files(tmp_path) -> list[str]:
    """Write three scenarios and return their names."""
    names = []
    for scenario in (PLAIN, CENTERS, NETWORK):
        names.append(str(tmp_path / f"{scenario.title}.scenario.json"))
        write(tmp_path / f"{scenario.title}.scenario.json", scenario)
    return names


def _lines(text: str, start: str) -> list[str]:
    return [line for line in text.splitlines() if line.startswith(start)]


def test_that_each_difference_tells_in_how_many_futures_it_holds(files, capsys):
    assert main(["compare", *files[:2]]) == 0
    lines = capsys.readouterr().out.splitlines()
    place = next(n for n, line in enumerate(lines) if line.startswith("Compute that can be sold"))
    assert lines[place + 4].split("  ")[-1].strip() == "higher in all"
    assert lines[place + 4].startswith("    share of futures")


def test_that_nothing_is_higher_where_nothing_differs(files, capsys):
    assert main(["compare", files[0], files[1], "--by-year", "imports_legal"]) == 0
    printed = capsys.readouterr().out
    assert {line.split()[-1] for line in _lines(printed, "  against the first")} == {"0"}
    assert "share of futures" not in printed


def test_that_one_outcome_is_told_by_year(files, capsys):
    assert main(["compare", *files, "--by-year", "utilization.centers"]) == 0
    _, table = capsys.readouterr().out.split("\n\n")[:2]
    head, first, *_ = table.splitlines()
    assert head.split()[-3:] == ["plain", "centers", "network"]
    assert first.startswith("2025-12")
    assert len(_lines(table, "20")) == 11
    assert len(_lines(table, "  against the first (points)")) == 11
    assert "higher in all" in table
    assert "Compute that can be sold" not in table


def test_that_the_others_are_held_against_a_scenario_that_is_named(files, capsys):
    arguments = ["--against", files[2], "--by-year", "enterprises"]
    assert main(["compare", files[0], files[1], *arguments]) == 0
    printed = capsys.readouterr().out
    assert printed.splitlines()[0].split() == ["network", "plain", "centers"]
    plain = _lines(printed, "  against the first")[-1].split()[-2]
    assert float(plain.replace("−", "-").replace(",", "")) < 0


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--by-year", "tokn"], 'there is no outcome "tokn"; did you mean tokens?'),
        (["--by-year", "enterprises.mars"], 'there is no outcome "enterprises.mars"; there are'),
        (["--by-year", "enterprises."], 'behind the dot of "enterprises." stands an element'),
        (["--by-year", "limit.cloud"], "its futures are counted"),
        (["--against", "nowhere"], 'there is no file or example "nowhere"'),
    ],
)
def test_that_bad_input_gets_one_sentence(files, capsys, arguments, said):
    assert main(["compare", *files, *arguments]) == 2
    error = capsys.readouterr().err
    assert said in error
    assert error.count("\n") == 1


@pytest.mark.parametrize("arguments", [[], ["baseline"], ["--against", "baseline"]])
def test_that_fewer_than_two_scenarios_are_no_comparison(arguments, capsys):
    assert main(["compare", *arguments]) == 2
    assert capsys.readouterr().err == "suanli: compare takes two scenarios or more\n"
