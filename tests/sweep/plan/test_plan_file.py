"""A plan is read strictly: one sentence names the line, the key and what is allowed."""

import pytest

from planner.sweep.plan.plan_file import read_plan
from planner.sweep.reading.error import SweepError
from tests.some import some
from tests.sweep.plans import LEVERS, OUTCOMES, planned

FAULTS = [
    ("future = 10", "line 1: there is no key future; did you mean futures?"),
    ("futures = 0", "line 1: futures is 0; it must be a whole number from 1 to 60,000,000"),
    ("futures = true", "line 1: futures is true; it must be a whole number"),
    ("seed = 1.5", "line 1: seed is 1.5; it must be a whole number from 0 to"),
    ("draws = 'any'", 'line 1: draws is "any"; it must be conditioned, as-drawn or calibrated'),
    ("precision = 16", "line 1: precision is 16; it must be float32 or float64"),
    ("scenario = 'none.json'", "none.json cannot be read: there is no such file"),
    ("design = 3", "line 1: design is 3; it must be a table"),
    ("[design]\nkind = 'cube'", 'line 2: design.kind is "cube"; it must be grid, sobol or list'),
    ("[design]\npoints = 8", "line 2: there is no key design.points; known are kind, worlds"),
    ("[design]\nworlds = ['dry']", "line 2: design.worlds is a list; it must be a list of some of"),
    ("[design]\nworlds = 'dry'", 'line 2: design.worlds is "dry"; it must be a list of some'),
    ("[inputs]\nvouchers = [1]", 'line 2: there is no lever or assumption "vouchers"'),
    (
        "[inputs]\nalibaba_plan = 3",
        "line 2: inputs.alibaba_plan is 3; it must be a list of numbers",
    ),
    ("[inputs]\nalibaba_plan = []", "line 2: inputs.alibaba_plan is a list; it must be a list of"),
    ("[inputs]\nalibaba_plan = [1, 1]", "a list without repetitions"),
    ("[inputs]\nalibaba_plan = [-3]", "line 2: Alibaba's plan (alibaba_plan) is −3; it must be"),
    ("[inputs]\ncrowd_in = [90]", "line 2: the central value 90 of crowd_in is outside its low"),
    ("[inputs]\nalibaba_plan = {fixed = true, values = [1]}", "only an assumption can be fixed"),
    ("[inputs]\nalibaba_plan = {form = 1, to = 2}", "did you mean from?"),
    ("[inputs]\nalibaba_plan = {from = 2, to = 1}", "from is 2 and to is 1; from must be less"),
    (
        "[inputs]\nalibaba_plan = {from = 2}",
        "inputs.alibaba_plan.to is missing; it must be a number",
    ),
    ("[inputs]\nalibaba_plan = {from = 1, to = 2, values = [1]}", "either values"),
    (
        "[inputs]\nvoucher_budget = [1]\n'voucher_budget.henan' = [2]",
        "voucher_budget and voucher_budget.henan both set voucher_budget.henan",
    ),
    (
        "[design]\nkind = 'sobol'\n[inputs]\nalibaba_plan = [1]",
        "it must be a table with from and to",
    ),
    ("[design]\nkind = 'sobol'", "sobol takes 1 to 128 inputs, not 0"),
    ("[design]\nkind = 'list'", "design.file is missing; it must name a CSV"),
    ("[inputs\n", "line 1: this is not valid TOML"),
    (f"title = 'a'\nseed = {'9' * 5000}", "line 2: this number has too many digits"),
    (f"seed = 0x{'f' * 5000}", "line 1: seed is a number of more than 60 digits; it must be"),
    (f"[inputs]\nalibaba_plan = [1{'0' * 400}]", "is a list; it must be a list of numbers"),
    (f"[inputs]\nalibaba_plan = {{from = 1, to = 1{'0' * 400}}}", "it must be a number"),
    (
        (
            "[design]\nworlds = ['licensed_chips', 'low_demand']\n"
            "[inputs]\nplatform_growth_settled = [0.06, 0.12]"
        ),
        "line 4: the central value 0.12 of platform_growth_settled is outside its low 0.06",
    ),
    (
        (
            "[design]\nkind = 'sobol'\nworlds = ['low_demand']\n"
            "[inputs]\nplatform_growth_settled = {from = 0.06, to = 0.12}"
        ),
        "line 5: the central value 0.12 of platform_growth_settled is outside its low 0.06",
    ),
]
OF_OUTCOMES = [
    ("", "no outcome is asked for"),
    (
        "[outcomes]\nenterprise = [2030]",
        "line 4: there is no key outcomes.enterprise; did you mean",
    ),
    (
        "[outcomes]\nenterprises = 2030",
        "line 4: outcomes.enterprises is 2030; it must be a list of",
    ),
    ("[outcomes]\nenterprises = [2040]", "a year or a month from 2025 to 2035"),
    ("[outcomes]\nenterprises = ['2030-13']", "a year or a month from 2025 to 2035"),
    ("[outcomes]\n'enterprises.paris' = [2030]", "enterprises has no paris; it has enterprises"),
    ("[outcomes]\nenterprises = [2030, '2030-12']", "enterprises_2030_12 is asked for twice"),
]


@pytest.mark.parametrize(("text", "said"), FAULTS)
def test_that_a_fault_of_a_plan_is_one_sentence(text, said, tmp_path):
    with pytest.raises(SweepError) as fault:
        planned(tmp_path, text)
    assert said in str(fault.value)
    assert "plan.toml" in str(fault.value)
    assert "\n" not in str(fault.value)


@pytest.mark.parametrize(("outcomes", "said"), OF_OUTCOMES)
def test_that_a_fault_of_outcomes_is_one_sentence(outcomes, said, tmp_path):
    with pytest.raises(SweepError) as fault:
        planned(tmp_path, "futures = 10\n", outcomes)
    assert said in str(fault.value)


def test_that_a_plan_that_is_not_there_is_said(tmp_path):
    with pytest.raises(SweepError, match="no such file"):
        read_plan(tmp_path / "none.toml")


def test_that_a_file_that_is_no_text_is_said(tmp_path):
    path = tmp_path / "plan.toml"
    path.write_bytes(b"title = 'a'\nscenario = '\xff'\n")
    with pytest.raises(SweepError, match=r"plan\.toml is not UTF-8 on line 2"):
        read_plan(path)


def test_that_a_plan_says_points_futures_and_columns(tmp_path):
    plan = planned(tmp_path)
    assert (plan.points.count, plan.futures, plan.base.seed) == (3, 600, 2025)
    assert [each.name for each in plan.columns] == [
        "enterprises_2027_12",
        "enterprises_2026_06",
        "enterprises_shanghai_2027_12",
    ]


def test_that_every_year_and_every_month_may_be_asked_for(tmp_path):
    outcomes = "[outcomes]\nenterprises = 'yearly'\nused_compute = 'monthly'\n"
    names = [each.name for each in planned(tmp_path, outcomes=outcomes).columns]
    assert len(names) == 11 + 132
    assert names[0] == "enterprises_2025_12"
    assert names[-1] == "used_compute_2035_12"


def test_that_a_comment_changes_no_hash_and_a_value_does(tmp_path):
    plan = planned(tmp_path)
    assert planned(tmp_path, f"# mine\n{LEVERS}").hash == plan.hash
    changed = [
        ("600, ", "601, "),
        ("futures = 600", "futures = 599"),
        ("futures", "seed = 1\nfutures"),
    ]
    for old, new in some(changed):
        assert planned(tmp_path, LEVERS.replace(old, new, 1)).hash != plan.hash
    assert planned(tmp_path, outcomes=OUTCOMES.replace("2027", "2028", 1)).hash != plan.hash


def test_that_a_scenario_file_beside_the_plan_is_its_base(tmp_path):
    from planner.files.scenario.scenario_file import write
    from planner.model.scenario import Scenario, with_lever

    base = with_lever(Scenario(title="Mine", seed=7), "alibaba_plan", 500.0)
    write(tmp_path / "mine.scenario.json", base)
    plan = planned(tmp_path, f"scenario = 'mine.scenario.json'\n{LEVERS}")
    assert (plan.base.levers, plan.base.seed, plan.title) == (base.levers, 7, "Mine")
