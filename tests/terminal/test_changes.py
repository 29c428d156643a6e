"""`--set`: what can be set, how, and the sentence for what cannot."""

from dataclasses import replace

import pytest

from planner.model.indices import AREAS
from planner.model.paths import LeverPath
from planner.model.scenario import (
    Scenario,
    ScenarioError,
    assumption_default,
    assumption_spread,
    lever_default,
    lever_path,
    lever_value,
    with_lever,
)
from planner.quantities.spread import Spread
from planner.storage.sentences.spoken import speaking
from ui.command_line import main
from ui.terminal.reading.changes import with_changes
from ui.terminal.reading.inputs import InputError
from ui.terminal.tables.side_by_side import inputs_that_differ


def test_that_a_name_without_an_area_sets_every_area():
    scenario = with_changes(Scenario(), ["voucher_budget=12"])
    assert [lever_value(scenario, f"voucher_budget.{area}") for area in AREAS] == [12.0] * 7


def test_that_a_later_change_wins_over_an_earlier_one():
    scenario = with_changes(Scenario(), ["voucher_budget=0", "voucher_budget.shanghai=900"])
    assert lever_value(scenario, "voucher_budget.shanghai") == 900
    assert lever_value(scenario, "voucher_budget.henan") == 0


SHANGHAI = "voucher_budget.shanghai"


@pytest.mark.parametrize(
    ("text", "knots"),
    [
        ("2025:0,2025.583:600,2028:900", ((2025, 0), (2025.583, 600), (2028, 900))),
        ("2025:1,760,2026: 6亿", ((2025, 1760), (2026, 600))),
        ("2025-07:1 bn, 2026-01-01:0", ((2025.5, 1000), (2026, 0))),
    ],
)
def test_that_a_lever_takes_knots(text, knots):
    scenario = with_changes(Scenario(), [f"{SHANGHAI}={text}"])
    assert scenario.levers == ((SHANGHAI, LeverPath(knots)),)


def test_that_knots_of_a_share_may_be_percents():
    scenario = with_changes(Scenario(), ["center_share=2025:75 %,2030:50%"])
    assert lever_path(scenario, "center_share").values == (0.75, 0.5)


def test_that_knots_without_an_area_set_every_area():
    scenario = with_changes(Scenario(), ["voucher_budget=2025:0,2026:5"])
    paths = {lever_path(scenario, f"voucher_budget.{area}") for area in AREAS}
    assert paths == {LeverPath(((2025, 0), (2026, 5)))}


def test_that_a_number_moves_the_knots_that_a_file_has():
    path = LeverPath(((2025, 0), (2026, 600), (2028, 900)))
    scenario = with_changes(with_lever(Scenario(), SHANGHAI, path), [f"{SHANGHAI}=450"])
    assert lever_path(scenario, SHANGHAI).values == (0, 300, 450)


def test_that_compare_says_a_path_in_one_line():
    path = LeverPath(((2025, 0), (2025.5, 600), (2032, 0)))
    said = inputs_that_differ([Scenario(), with_lever(Scenario(title="B"), SHANGHAI, path)])
    assert "0 from Jul 2025, 600 from Aug 2025, 0 from 2031" in said
    assert "  600 from Jul 2025, 0 from 2032" in said


def test_that_compare_says_every_knot_of_a_path():
    knots = tuple((2025.0 + year, 100.0 + year) for year in range(9))
    moved = (*knots[:5], (2030.0, 7.0), *knots[6:])
    one, other = (with_lever(Scenario(), SHANGHAI, LeverPath(each)) for each in (knots, moved))
    said = inputs_that_differ([one, replace(other, title="B")])
    assert "105 from 2030" in said
    assert "7 from 2030" in said
    assert "more" not in said


def test_that_an_assumption_takes_its_central_value_alone():
    scenario = with_changes(Scenario(), ["crowd_in=4"])
    usual = assumption_default("crowd_in")
    assert assumption_spread(scenario, "crowd_in") == Spread(usual.low, 4, usual.high)


def test_that_an_assumption_takes_low_central_and_high():
    scenario = with_changes(Scenario(), ["crowd_in=3:4:5.5"])
    assert assumption_spread(scenario, "crowd_in") == Spread(3, 4, 5.5)


def test_that_what_was_set_stands_in_the_title():
    scenario = with_changes(Scenario(), ["alibaba_plan=760", "crowd_in=4"])
    assert scenario.title == "Baseline with alibaba_plan=760, crowd_in=4"
    assert with_changes(Scenario(), []).title == "Baseline"


@pytest.mark.parametrize(
    ("change", "value"),
    [
        ("alibaba_plan= 760 ", 760.0),
        ("alibaba_plan=\uff17\uff16\uff10", 760.0),
        ("alibaba_plan=1,760", 1760.0),
        ("alibaba_plan=7600亿", 760.0),
        ("center_sellable_target=60 %", 0.6),
    ],
)
def test_that_a_number_is_read_as_the_fields_of_the_window_read_it(change, value):
    assert dict(with_changes(Scenario(), [change]).levers) == {change.partition("=")[0]: value}


def test_that_a_title_stays_short_however_much_is_set():
    levers = ("voucher_budget", "local_fund", "subsidy_rate")
    names = [f"{lever}.{area}" for lever in levers for area in AREAS][:20]
    scenario = with_changes(Scenario(), [f"{name}=1" for name in names])
    assert scenario.title == "Baseline with 20 changes"


def test_that_a_default_set_again_changes_nothing():
    default = lever_default("alibaba_plan")
    assert with_changes(Scenario(), [f"alibaba_plan={default}"]).levers == ()


@pytest.mark.parametrize("between", [",", ";", "\uff0c", "\uff1b", "\u3001"])
def test_that_any_mark_of_a_list_parts_knots(between):
    scenario = with_changes(Scenario(), [f"{SHANGHAI}=2025:1,234{between}2027:9"])
    assert scenario.levers == ((SHANGHAI, LeverPath(((2025, 1234), (2027, 9)))),)


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        ("alibaba_plan", '--set takes name=value, not "alibaba_plan"'),
        ("=3", '--set takes name=value, not "=3"'),
        ("alibaba_plan=", '--set takes name=value, not "alibaba_plan="'),
        ("alibaba_plan=lots", 'alibaba_plan takes a number, not "lots"'),
        ("alibaba_plan=nan", 'alibaba_plan takes a number, not "nan"'),
        ("alibaba_plan=-inf", 'alibaba_plan takes a number, not "-inf"'),
        (
            "alibaba_plan=7_60",
            'alibaba_plan takes a number, not "7_60": "_60" is not a unit of it',
        ),
        ("alibaba_plan=1e999", 'alibaba_plan takes a number, not "1e999": it is too large'),
        ("crowd_in=3:4_0:50", 'crowd_in takes a number, not "4_0": "_0" is not a unit of it'),
        (
            "alibaba_plann=1",
            (
                'there is no lever or assumption "alibaba_plann"; '
                "did you mean alibaba_plan, alibaba_later or alibaba_capex?"
            ),
        ),
        (
            f"{SHANGHAI}=2025:0,2025:3",
            f"{SHANGHAI}: dates must rise, but 2025 follows 2025",
        ),
        (
            f"{SHANGHAI}=20x5:0",
            (
                f'{SHANGHAI} takes points date:value, not "20x5:0": '
                "it is no date, write 2025.5, 2025-07 or 2025-07-15"
            ),
        ),
        (
            f"{SHANGHAI}=2025:lots",
            f'{SHANGHAI} takes a number, not "lots"',
        ),
        (
            f"{SHANGHAI}=5 MW",
            f'{SHANGHAI} takes a number, not "5 MW": it is of another unit, not of M CNY/yr',
        ),
        (
            "voucher_budget.=5",
            'behind the dot of "voucher_budget." stands an element, or there is no dot',
        ),
        (
            f"{SHANGHAI}=2052:1",
            f"{SHANGHAI}: a knot is dated 2052; it must be 2025 to 2051",
        ),
        (
            "zzz=1",
            'there is no lever or assumption "zzz"; `suanli reference` lists them',
        ),
        (
            "crowd_in=3:4",
            'crowd_in takes a central value or low:central:high, not "3:4"',
        ),
        (
            "crowd_in=9",
            (
                "crowd_in would have low 3, central 9, high 5; "
                "give all three in order, as crowd_in=low:central:high"
            ),
        ),
    ],
)
def test_that_what_cannot_be_set_gives_its_sentence(change, sentence):
    with pytest.raises(InputError) as refused:
        with_changes(Scenario(), [change])
    assert str(refused.value) == sentence


def test_that_knots_and_a_number_for_one_lever_are_refused():
    both = [f"{SHANGHAI}=2025:0,2026:5", f"{SHANGHAI}=7"]
    with pytest.raises(
        InputError, match=r"shanghai is set to points of a path and to a number as well"
    ):
        with_changes(Scenario(), both)


def test_that_knots_of_a_lever_replace_the_numbers_of_its_parts_and_numbers_move_them():
    doubled = with_changes(Scenario(), ["alibaba_plan=760", "alibaba_later=70"])
    assert [name for name, _ in doubled.levers] == ["alibaba_plan", "alibaba_later"]
    knots = with_changes(doubled, ["alibaba_capex=2025:100,2028-04:200"])
    assert knots.levers == (("alibaba_capex", LeverPath(((2025, 100), (2028.25, 200)))),)
    moved = with_changes(knots, ["alibaba_plan=600"])
    assert lever_path(moved, "alibaba_capex").knots == ((2025, 100), (2025.25, 200), (2028.25, 200))


@pytest.mark.parametrize("part", ["alibaba_plan", "alibaba_later"])
def test_that_knots_of_a_lever_and_a_number_for_a_part_are_refused(part):
    both = ["alibaba_capex=2025:100,2028:200", f"{part}=7"]
    with pytest.raises(
        InputError, match=rf"alibaba_capex has points of a path, so {part} cannot be set"
    ):
        with_changes(Scenario(), both)


def test_that_a_lever_that_moves_in_parts_takes_no_number():
    with pytest.raises(ScenarioError, match="numbers are for alibaba_plan and alibaba_later"):
        with_changes(Scenario(), ["alibaba_capex=100"])


def test_that_a_constant_lever_refuses_knots():
    with pytest.raises(ScenarioError, match="constant over time: it takes one number"):
        with_changes(Scenario(), ["network_build_time=2025:4,2026:5"])


@pytest.mark.parametrize(
    "change",
    [f"{SHANGHAI}=2025:1,2026:-1", "alibaba_plan=-1", "voucher_budget.paris=1", "crowd_in=1:2:99"],
)
def test_that_a_value_out_of_range_or_an_unknown_area_is_refused(change):
    with pytest.raises(ScenarioError, match="must be"):
        with_changes(Scenario(), [change])


def test_that_shares_differ_by_points_and_a_bare_number_is_told_as_its_row_says(capsys):
    moved = ["--set", "crowd_in=4", "--set", "center_sellable_target=0.9"]
    assert main(["run", "baseline", "--futures", "32", *moved]) == 0
    lines = capsys.readouterr().out.splitlines()
    at = next(n for n, line in enumerate(lines) if line.startswith("Utilization (%)"))
    assert lines[at + 2].startswith("  against the baseline (points)  ")
    assert "Chip shortage (times)  " in "\n".join(lines)
    first, second = Scenario(), with_changes(Scenario(title="B"), ["crowd_in=4"])
    assert "crowd_in  " in inputs_that_differ([first, second])
    assert "(1)" not in inputs_that_differ([first, second])


@pytest.mark.parametrize(
    ("text", "why"),
    [
        (",2025:1", "a point lacks its date or its value"),
        ("2025:", "a point lacks its date or its value"),
        ("2025:0,", "a comma parts points or thousands, write decimals with a point"),
        ("2025:0,2026", "a comma parts points or thousands"),
        ("2025:0,600", "a comma parts points or thousands"),
        ("2025:12,5;2026:7", "a comma parts points or thousands"),
        ("2025:0,,2026:1", "a comma parts points or thousands"),
    ],
)
def test_that_a_comma_never_makes_another_number_of_a_knot(text, why):
    with pytest.raises(InputError) as caught:
        with_changes(Scenario(), [f"{SHANGHAI}={text}"])
    assert str(caught.value).startswith(f"{SHANGHAI} takes points date:value, not ")
    assert why in str(caught.value)


def test_that_minus_zero_is_zero():
    scenario = with_changes(Scenario(), [f"{SHANGHAI}=2025:5,2026:-0", "voucher_budget.henan=-0"])
    values = (*lever_path(scenario, SHANGHAI).values, lever_value(scenario, "voucher_budget.henan"))
    assert [f"{value:g}" for value in values] == ["5", "0", "0"]


def test_that_an_assumption_says_that_it_takes_no_knots():
    with pytest.raises(InputError, match="crowd_in is an assumption, which takes no dated points"):
        with_changes(Scenario(), ["crowd_in=2025:3,2026:4"])


def test_that_colons_of_a_chinese_keyboard_part_a_spread():
    scenario = with_changes(Scenario(), ["crowd_in=3：4：5"])  # noqa: RUF001
    assert assumption_spread(scenario, "crowd_in") == Spread(3, 4, 5)


def test_that_the_sliders_of_a_plan_say_where_its_knots_belong():
    with pytest.raises(ScenarioError, match="takes one number; dated knots are for alibaba_capex"):
        with_changes(Scenario(), ["alibaba_plan=2025:500"])


def test_that_a_title_counts_one_long_change_as_one():
    knots = ",".join(f"{2025 + year / 10:.1f}:{year}" for year in range(60))
    assert with_changes(Scenario(), [f"{SHANGHAI}={knots}"]).title == "Baseline with 1 change"


@pytest.mark.parametrize("earlier", [[], ["alibaba_capex=2025:100,2030:5"]])
def test_that_spending_by_alibaba_never_takes_a_number(earlier):
    scenario = with_changes(Scenario(), earlier)
    with pytest.raises(ScenarioError, match="numbers are for alibaba_plan and alibaba_later"):
        with_changes(scenario, ["alibaba_capex=500"])


@pytest.mark.parametrize(
    "changes",
    [
        ["crowd_in=4", "crowd_in=5"],
        ["voucher_budget.shanghai=1", "voucher_budget = 2", "voucher_budget.shanghai=1"],
        ["seed=1", "seed=1"],
    ],
)
def test_that_a_name_is_set_once(changes):
    with pytest.raises(InputError, match="is set twice; leave one out"):
        with_changes(Scenario(), changes)


def test_that_an_area_may_be_set_apart_from_the_others():
    scenario = with_changes(Scenario(), ["voucher_budget=0", "voucher_budget.shanghai=900"])
    assert lever_value(scenario, "voucher_budget.shanghai") == 900
    assert lever_value(scenario, "voucher_budget.beijing") == 0


def test_that_what_has_an_option_is_not_set_as_well(capsys):
    assert main(["run", "baseline", "--seed", "7", "--set", "seed=8"]) == 2
    said = capsys.readouterr().err
    assert said == "suanli: --seed and --set seed say the same; leave one out\n"


def test_that_points_of_a_path_take_the_decimals_of_the_language():
    name = "subsidy_rate.shanghai"
    with speaking("it"):
        scenario = with_changes(Scenario(), [f"{name}=2025:0,5,2026:0,25;2027:0,125"])
    assert lever_path(scenario, name) == LeverPath(((2025, 0.5), (2026, 0.25), (2027, 0.125)))
    with pytest.raises(InputError, match="write decimals with a point"):
        with_changes(Scenario(), [f"{name}=2025:0,5,2026:0,25"])


def test_that_numbers_take_the_decimals_of_the_language():
    with speaking("it"):
        scenario = with_changes(Scenario(), ["crowd_in=3,5:4,5:5,5", "voucher_budget=1.234"])
    assert dict(scenario.assumptions)["crowd_in"] == Spread(3.5, 4.5, 5.5)
    assert lever_value(scenario, "voucher_budget.beijing") == 1234
