"""What `import suanli` gives: names that stay, frozen values, and one sentence for bad input."""

import copy
import pickle
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from dataclasses import FrozenInstanceError
from datetime import date
from decimal import Decimal
from typing import Any

import numpy as np
import pandas as pd
import pytest

import suanli
from tests.some import some

# These names are promised: resources/docs/python.md says when one may go.
NAMES = {
    *("Answer", "Band", "Cancelled", "Error", "Run", "Scenario", "Sweep"),
    *("assumptions", "backtest", "calibrate", "compare", "discover", "examples", "explain"),
    *("future", "levers", "main", "matters", "money", "open", "open_all", "outcomes", "places"),
    *("run", "score", "solve", "split", "summary", "survive", "sweep", "variants"),
    *("sweep_best", "sweep_misses", "sweep_tradeoff", "sweep_worlds"),
}
OF_A_SCENARIO = {
    *("assumptions", "levers", "save", "set", "settings", "targets", "title", "value", "want"),
}
OF_A_RUN = {
    *("against", "arrays", "band", "breach", "futures", "met", "months", "projection"),
    *("scenario", "shares", "table", "times"),
}
OF_AN_ANSWER = {
    *("draws", "futures", "model_version", "notes", "records", "scenario", "seed", "sentence"),
    *("stamp", "study", "table", "title", "units"),
}


def _python(program):
    command = [sys.executable, "-c", program]
    return subprocess.run(command, capture_output=True, text=True, check=False)


def _public(kind):
    return {name for name in dir(kind) if not name.startswith("_")}


def test_that_the_public_names_are_those_that_are_promised():
    assert set(suanli.__all__) == NAMES
    assert set(dir(suanli)) == NAMES
    assert _public(suanli.Scenario) == OF_A_SCENARIO
    assert _public(suanli.Run) == OF_A_RUN
    assert _public(suanli.Answer) == OF_AN_ANSWER


@pytest.mark.parametrize("name", sorted(NAMES))
def test_that_a_public_name_says_what_it_is(name):
    assert getattr(suanli, name).__doc__


def test_that_importing_it_loads_nothing_heavy():
    ask = "import suanli, sys; print(*(n for n in sys.modules if n.startswith(('planner', 'ui.')))"
    heavy = "numpy pandas pydantic scipy PySide6 argparse"
    program = f"{ask}); print(*set(sys.modules) & set('{heavy}'.split()))"
    done = _python(program)
    assert done.stdout.split() == [], done.stderr


def test_that_no_question_loads_qt():
    program = (
        "import sys, suanli; suanli.run(futures=8).table(); "
        "suanli.explain('vouchers-x4', futures=8); print('PySide6' in sys.modules)"
    )
    done = _python(program)
    assert done.stdout.split() == ["False"], done.stderr


@pytest.mark.parametrize("study", ["explain", "matters"])
def test_that_what_is_given_back_is_told_in_one_short_line(study):
    answer = getattr(suanli, study)("vouchers-x4", futures=64)
    run = suanli.run("vouchers-x4", futures=8)
    for each in some([answer, run, run.band("jobs"), run.scenario, suanli.Scenario()]):
        assert len(repr(each)) < 110
        assert repr(each).startswith(f"<{type(each).__name__} ")
        assert "\n" not in repr(each)


def test_that_a_change_leaves_the_scenario_as_it_was():
    first = suanli.Scenario()
    second = first.set(voucher_budget=900)
    assert first == suanli.Scenario()
    assert second.levers["voucher_budget.henan"] == 900
    with pytest.raises(FrozenInstanceError):
        setattr(second, "value", first.value)  # noqa: B010 - no type allows it


def test_that_arrays_of_a_run_cannot_be_written():
    band = suanli.run(futures=8).band("enterprises")
    with pytest.raises(ValueError, match="read-only"):
        band.p50[0] = 1


def test_that_what_is_saved_opens_as_the_same(tmp_path):
    plan = suanli.Scenario().set(crowd_in=(3, 4, 5), seed=7, title="Mine").want("tokens>=9@2030")
    assert suanli.open(plan.save(tmp_path / "mine.scenario.json")) == plan
    assert suanli.open_all(tmp_path / "mine.scenario.json") == (plan,)


def test_that_the_sentence_is_that_of_the_terminal(capsys):
    from ui.command_line import main

    assert main(["run", "baseline", "--set", "voucher_budget=-1"]) == 2
    with pytest.raises(suanli.Error) as raised:
        suanli.open("baseline").set(voucher_budget=-1)
    assert capsys.readouterr().err == f"suanli: {raised.value}\n"


def test_that_progress_is_told_and_reaches_the_end():
    shares: list[float] = []
    suanli.explain("vouchers-x4", futures=64, progress=shares.append)
    assert shares[-1] == 1.0
    assert shares == sorted(shares)
    assert len(shares) > 2


@pytest.mark.parametrize("ask", [suanli.solve, suanli.compare, suanli.matters])
def test_that_progress_of_work_in_parts_never_goes_back(ask):
    given = {
        suanli.solve: (["baseline", "voucher_budget"], {"at_least": 12500}),
        suanli.compare: (["baseline", "vouchers-x4", "alibaba-doubled", "everything-at-once"], {}),
        suanli.matters: (["baseline"], {}),
    }
    shares: list[float] = []
    names, options = given[ask]
    ask(*names, **options, futures=128, progress=shares.append)
    assert shares == sorted(shares)
    assert shares[-1] == 1.0


def test_that_a_comparison_says_what_is_changed():
    answer = suanli.compare("baseline", "vouchers-x4", futures=64)
    assert answer.sentence.startswith(
        "Vouchers x4 against Baseline, December 2030: AI enterprises:"
    )
    row = answer.table().query("outcome == 'enterprises' and scenario == 'vouchers-x4'").iloc[0]
    assert f"+{row.difference:.0f} (+{row.difference_p10:.0f} to" in answer.sentence


def test_that_work_is_given_up_when_it_is_cancelled():
    asked = []

    def cancel():
        asked.append(1)
        return len(asked) > 2

    with pytest.raises(suanli.Cancelled):
        suanli.solve("baseline", "voucher_budget", at_least=9e9, futures=64, cancel=cancel)
    assert len(asked) == 3


def test_that_a_number_is_taken_to_the_last_digit():
    for number in some([0.1 + 0.2, 1 / 3, 1e-7, 12345.678901234567, np.float64(2) / 3]):
        plan = suanli.Scenario().set({"voucher_budget.henan": number})
        assert plan.levers["voucher_budget.henan"] == number


@pytest.mark.parametrize(
    ("value", "levers"),
    [
        (Decimal("12.5"), 12.5),
        (np.array(7.0), 7.0),
        (np.int64(5), 5.0),
        (pd.Series({2026: 1.0, 2027: 2.0}), {2026.0: 1.0, 2027.0: 2.0}),
        ({pd.Timestamp("2027-07-01"): 5}, {2027.5: 5.0}),
        ({date(2027, 7, 1): Decimal(5)}, {2027.5: 5.0}),
    ],
    ids=["Decimal", "array", "int64", "Series", "Timestamp", "date"],
)
def test_that_numbers_and_dates_of_others_are_taken(value, levers):
    assert suanli.Scenario().set({"voucher_budget.henan": value}).levers == {
        "voucher_budget.henan": levers
    }


def test_that_a_range_may_be_an_array_and_a_whole_number_a_float():
    given: list[Any] = [np.array([3.0, 4.0, 5.0]), np.float64(8), np.float64(2030)]
    plan = suanli.Scenario().set(crowd_in=given[0])
    assert plan.assumptions == {"crowd_in": (3.0, 4.0, 5.0)}
    run = suanli.run(plan, futures=given[1])
    assert run.futures == 8
    assert run.band("jobs").at(given[2]) == run.band("jobs").at(2030)


def _sent(value):
    return pickle.loads(pickle.dumps(value))  # noqa: S301 - our own


@pytest.mark.parametrize("method", [copy.deepcopy, _sent])
def test_that_what_is_given_back_can_be_copied_and_sent_elsewhere(method):
    run = suanli.run("vouchers-x4", futures=8)
    assert method(run.scenario) == run.scenario
    band = method(run.band("jobs"))
    assert np.array_equal(band.p50, run.band("jobs").p50)
    assert np.array_equal(method(run).band("jobs").p50, band.p50)
    assert not any(each.flags.writeable for each in some([band.p50, method(run).times]))
    answer = suanli.backtest(futures=8)
    assert method(answer).records == answer.records


def test_that_numbers_are_told_in_the_units_that_are_asked_for():
    run = suanli.run(futures=8)
    cards, compute = run.band("used_compute", units="h100e"), run.band("used_compute")
    assert cards.p50[-1] / compute.p50[-1] == pytest.approx(1.011, rel=0.01)
    table = run.table(units="USD,H100e")
    assert table.attrs["units"]["alibaba_capex"] == "bn USD/yr"
    told = table.query("outcome == 'alibaba_capex'").p50.to_numpy()
    assert told == pytest.approx(run.band("alibaba_capex").p50 / 7.2)
    assert "k H100e" in cards._repr_html_()
    with pytest.raises(suanli.Error, match="only a currency"):
        run.band("jobs", units="EUR")


def test_that_runs_in_several_threads_are_those_of_one():
    with ThreadPoolExecutor(3) as threads:
        plans = ["baseline", "vouchers-x4", "baseline"]
        runs = [*threads.map(lambda each: suanli.run(each, futures=64), plans)]
    for plan, run in zip(plans, some(runs), strict=True):
        alone = suanli.run(plan, futures=64).band("enterprises")
        assert np.array_equal(run.band("enterprises").p50, alone.p50)


def test_that_lists_tell_units_defaults_ranges_and_sources():
    for table in (suanli.levers(), suanli.assumptions()):
        assert table.name.is_unique
        assert (table.source != "").any()
        assert (table.unit != "").all()
        assert (table.least <= table.most).all()
    for name, default in some(suanli.levers()[["name", "default"]].itertuples(index=False)):
        if not name.startswith(("alibaba_plan", "alibaba_later", "alibaba_capex")):
            assert suanli.Scenario().set({name: default}).levers == {}
    assert set(suanli.outcomes().key) == set(suanli.run(futures=8).table().outcome)
    assert len(suanli.places()) == 7


def test_that_arrays_hold_what_the_table_holds():
    run = suanli.run("vouchers-x4", futures=64)
    arrays, table = run.arrays(), run.table().query("outcome == 'enterprises' and index == 'henan'")
    names = list(arrays["coords"]["whole_or_area"]["data"])
    statistics = list(arrays["coords"]["statistic"]["data"])
    values = arrays["data_vars"]["enterprises"]["data"][names.index("henan")]
    for name in some(statistics):
        assert np.array_equal(values[statistics.index(name)], table[name].to_numpy())
    assert arrays["data_vars"]["limit"]["data"].shape[1] == 4
    differences = run.arrays("difference")["data_vars"]
    assert "limit" not in differences
    assert (differences["enterprises"]["data"][0, 3, 60:] > 0).all()


def test_that_xarray_takes_the_arrays_as_they_are():
    import xarray

    run = suanli.run("vouchers-x4", futures=64)
    found = xarray.Dataset.from_dict(run.arrays())
    chengdu = found.enterprises.sel(whole_or_area="chengdu", statistic="p50", month="2030-12")
    assert chengdu.item() == run.band("enterprises.chengdu").at(2030)["p50"]
    assert found.enterprises.attrs["units"] == "firm"
