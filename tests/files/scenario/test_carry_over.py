"""A file of model 1 opens in model 2: what means the same stays, the rest is told by name."""

import json

import pytest

from planner.files.scenario.carry_over import is_of_model_1
from planner.files.scenario.content import content_of
from planner.files.scenario.model_1_rows import GONE, LEFT_OUT, LEVERS
from planner.files.scenario.rewrites import REWRITES
from planner.files.scenario.scenario_file import to_bytes
from planner.model.graph import model
from planner.model.indices import AREAS
from planner.model.paths import mean_between, value_at
from planner.model.scenario import (
    Scenario,
    assumption_spread,
    lever_default,
    lever_default_path,
    lever_path,
    lever_value,
)
from planner.quantities.spread import Spread
from planner.storage.sentences.file_error import FileError
from ui.command_line import main

CAPEX = "alibaba_capex"


def _opened(levers=None, assumptions=None, **changes):
    fields = json.loads(to_bytes(Scenario(title="Old"))) | {"model_version": "1.0"}
    fields |= {"levers": levers or {}, "assumptions": assumptions or {}, **changes}
    return content_of(json.dumps(fields).encode(), "old.json")


def _carried(**levers):
    content = _opened(levers)
    assert content.not_carried is None
    return content.scenario


def test_that_every_lever_of_model_1_is_rewritten_or_left_out():
    assert sorted([*LEFT_OUT, *(key for keys in REWRITES for key in keys)]) == sorted(LEVERS)
    assert not is_of_model_1({"model_version": "2.0"})
    assert is_of_model_1({"model_version": "1.4"})


def test_that_what_means_the_same_stays_as_it_is():
    scenario = _carried(voucher_budget={"shanghai": 900}, alibaba_plan=760, hopper_plan_share=0.5)
    assert dict(scenario.levers) == {
        "voucher_budget.shanghai": 900,
        "alibaba_plan": 760,
        "hopper_plan_share": 0.5,
    }


def test_that_the_end_of_vouchers_is_the_last_knot_of_every_budget():
    scenario = _carried(voucher_end=2033.5, voucher_budget={"shanghai": 900})
    for area in AREAS:
        path = lever_path(scenario, f"voucher_budget.{area}")
        assert path.knots[-1] == (2033.5, 0)
        default = lever_default_path(f"voucher_budget.{area}")
        assert path.dates[:-1] == default.dates[:-1]
    assert lever_value(scenario, "voucher_budget.shanghai") == 900
    assert lever_value(scenario, "voucher_budget.shenzhen") == 500
    assert lever_path(scenario, "data_voucher_budget").knots[-1] == (2033.5, 0)


def test_that_vouchers_that_end_early_lose_the_knots_after_that():
    scenario = _carried(voucher_end=2025.5)
    assert lever_path(scenario, "voucher_budget.shanghai").knots == ((2025, 0), (2025.5, 0))
    assert lever_path(scenario, "voucher_budget.shenzhen").knots == ((2025, 500), (2025.5, 0))
    never = _carried(voucher_end=2025)
    assert lever_path(never, "voucher_budget.shenzhen").values == (0,)


@pytest.mark.parametrize("years", [0.25, 1, 2.6, 3, 5, 25])
@pytest.mark.parametrize("tilt", [-1, 0.4, 1])
def test_that_a_plan_of_another_length_and_tilt_is_spent_in_quarters(years, tilt):
    plan = min(380, 1000 * years)
    scenario = _carried(alibaba_plan=plan, alibaba_plan_years=years, alibaba_plan_tilt=tilt)
    path = lever_path(scenario, CAPEX)
    end = 2025.25 + years
    assert mean_between(path, 2025.25, end) * years == pytest.approx(plan)
    assert value_at(path, "step", 2025.1) == lever_default_path(CAPEX).values[0]
    later = lever_default_path(CAPEX)
    for moment in (end + 0.01, 2030.3, 2036):
        expected = value_at(later, "step", max(moment, 2028.25))
        assert moment < end or value_at(path, "step", moment) == expected


def test_that_a_tilted_plan_spends_in_each_quarter_what_it_did():
    path = lever_path(_carried(alibaba_plan_tilt=0.5), CAPEX)
    rates = [value_at(path, "step", 2025.25 + quarter / 4) for quarter in range(12)]
    expected = [380 / 3 * (1 + 0.5 * (2 * (quarter + 0.5) / 12 - 1)) for quarter in range(12)]
    assert rates == pytest.approx(expected)


def test_that_spending_after_the_plan_is_the_slider_or_scales_the_later_knots():
    assert dict(_carried(alibaba_capex_after=260).levers) == {"alibaba_later": 260}
    path = lever_path(_carried(alibaba_capex_after=280, alibaba_plan_years=4), CAPEX)
    later = lever_default_path(CAPEX)
    assert value_at(path, "step", 2030) == pytest.approx(2 * value_at(later, "step", 2030))


def test_that_capex_fund_and_imports_move_in_proportion():
    scenario = _carried(other_capex=1046, public_fund=4, chip_imports=150)
    assert lever_value(scenario, "other_capex") == pytest.approx(2 * lever_default("other_capex"))
    assert lever_value(scenario, "local_fund.beijing") == 4000
    for name in ("legal_imports", "smuggled_imports"):
        assert lever_value(scenario, name) == pytest.approx(lever_default(name) / 2)
    assert dict(_carried(chip_imports=0).levers) == {"legal_imports": 0, "smuggled_imports": 0}


def test_that_a_share_of_supernodes_stays_the_same_in_every_year():
    assert lever_path(_carried(supernode_share=0.7), "supernode_share").values == (0.7,)


def test_that_what_means_something_else_is_left_out_and_told_by_name():
    values = {"center_share": 0.9, "center_utilization_target": 0.6}
    content = _opened(values, {"supply_pull": {"low": 0, "central": 0.1, "high": 0.2}})
    assert (content.scenario.levers, content.scenario.assumptions) == ((), ())
    assert str(content.not_carried) == (
        f"settings of model 1.0 that are gone or mean something else in model {model().version} "
        "were left out: "
        "center_utilization_target, center_share, supply_pull"
    )


@pytest.mark.parametrize("key", LEFT_OUT)
def test_that_every_lever_that_is_left_out_is_told(key):
    content = _opened({key: LEVERS[key].most})
    assert content.scenario.levers == ()
    assert str(content.not_carried).endswith(f": {key}")


@pytest.mark.parametrize("key", GONE)
def test_that_every_assumption_that_is_gone_is_told(key):
    content = _opened(assumptions={key: {"low": 0.1, "central": 0.2, "high": 0.3}})
    assert content.scenario.assumptions == ()
    assert str(content.not_carried).endswith(f": {key}")


def test_that_an_assumption_beyond_the_range_of_today_is_left_out():
    spread = {"low": 0, "central": 0.5, "high": 3}
    assert str(_opened(assumptions={"exit_elasticity": spread}).not_carried).endswith("elasticity")
    kept = _opened(assumptions={"exit_elasticity": spread | {"high": 0.9}})
    assert kept.not_carried is None
    assert assumption_spread(kept.scenario, "exit_elasticity") == Spread(0, 0.5, 0.9)


@pytest.mark.parametrize("key", LEVERS)
@pytest.mark.parametrize("value", ["x", None, True, float("nan"), 1e9, -1e9, [[2025, 1]], {}])
def test_that_what_model_1_did_not_allow_is_refused_in_one_sentence(key, value):
    with pytest.raises(FileError, match=rf"levers\.{key} is .*; it must be a number from"):
        _opened({key: value})


@pytest.mark.parametrize("key", LEVERS)
def test_that_every_value_that_model_1_allowed_opens(key):
    for value in (LEVERS[key].least, LEVERS[key].default, LEVERS[key].most):
        assert _opened({key: value, "alibaba_plan": 10_000})


def test_that_an_assumption_nobody_knows_is_still_refused():
    with pytest.raises(FileError, match='there is no assumption "crowd_inn"; did you mean'):
        _opened(assumptions={"crowd_inn": {"low": 1, "central": 1, "high": 1}})
    with pytest.raises(FileError, match="exit_elasticity"):
        _opened(assumptions={"exit_elasticity": {"low": 0, "central": 1, "high": 9}})


def test_that_a_file_of_this_model_is_left_alone():
    scenario = Scenario(title="Now")
    assert content_of(to_bytes(scenario), "now.json").not_carried is None
    with pytest.raises(FileError, match='there is no lever "chip_imports"'):
        _opened({"chip_imports": 1}, model_version=model().version)


def test_that_the_terminal_tells_it_in_the_language_of_the_system(tmp_path, capsys, monkeypatch):
    monkeypatch.setenv("LC_ALL", "it_IT.UTF-8")
    monkeypatch.delenv("LANGUAGE", raising=False)
    fields = json.loads(to_bytes(Scenario(title="Old", futures=1)))
    fields |= {"model_version": "1.0", "levers": {"center_share": 0.9}}
    path = tmp_path / "old.scenario.json"
    path.write_text(json.dumps(fields), "utf-8")
    assert main(["compare", str(path), "baseline"]) == 0
    assert "sono state tralasciate: center_share" in capsys.readouterr().err


def test_that_the_terminal_tells_what_was_left_out(tmp_path, capsys):
    fields = json.loads(to_bytes(Scenario(title="Old", futures=16)))
    fields |= {"model_version": "1.0", "levers": {"center_share": 0.9}}
    path = tmp_path / "old.scenario.json"
    path.write_text(json.dumps(fields), "utf-8")
    assert main(["validate", str(path)]) == 0
    assert "were left out: center_share" in capsys.readouterr().out
    assert main(["run", str(path)]) == 0
    assert "were left out: center_share" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("old", "present"),
    [
        ({"chip_imports": 2}, {"legal_imports": 5}),
        ({"public_fund": 3}, {"local_fund": {"shanghai": 5}}),
        ({"alibaba_plan_years": 2}, {"alibaba_capex": [[2025, 5], [2026, 7]]}),
        ({"alibaba_plan_tilt": 1}, {"alibaba_later": 150}),
        ({"alibaba_capex_after": 9}, {"alibaba_later": 150}),
        ({"voucher_end": 2027}, {"voucher_budget": {"henan": [[2025, 1], [2026, 2]]}}),
        ({"voucher_end": 2027}, {"data_voucher_budget": [[2025, 1], [2026, 2]]}),
    ],
)
def test_that_a_lever_of_model_2_in_such_a_file_is_never_written_over(old, present):
    content = _opened({**old, **present})
    assert content.not_carried is not None
    assert content.not_carried.values["names"] == tuple(old)
    assert content.scenario.levers == _opened(present).scenario.levers


def test_that_a_text_in_the_place_of_what_follows_the_plan_is_refused():
    with pytest.raises(FileError, match=r'levers.alibaba_later is "x"; it must be a number'):
        _opened({"alibaba_plan_years": 2, "alibaba_later": "x"})
