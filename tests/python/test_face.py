"""What `import suanli` gives: names that stay, frozen values, and one sentence for bad input."""

import subprocess
import sys
from collections.abc import Callable
from dataclasses import FrozenInstanceError
from inspect import Parameter, signature
from typing import Any

import numpy as np
import pytest

import suanli
from tests.some import some

# These names are promised: resources/docs/python.md says when one may go.
NAMES = {
    *("Answer", "Band", "Cancelled", "Error", "Run", "Scenario", "Sweep"),
    *("assumptions", "backtest", "calibrate", "compare", "discover", "examples", "explain"),
    *("future", "levers", "main", "matters", "money", "open", "open_all", "outcomes", "places"),
    *("run", "score", "solve", "split", "summary", "survive", "sweep", "variants"),
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


GIVEN: Any = {
    "nothing": None,
    "number": 3,
    "word": "best",
    "bytes": b"x",
    "one": {"voucher_budget": (1,)},
}  # what no type allows
BAD: list[tuple[Callable[[], object], str]] = [
    (lambda: suanli.open("baselin"), "did you mean baseline?"),
    (lambda: suanli.open("/nowhere/x.scenario.json"), "there is no file or example"),
    (lambda: suanli.Scenario().set(voucher_budge=1), "did you mean voucher_budget"),
    (lambda: suanli.Scenario().set(voucher_budget=-1), "it must be 0 to 100000"),
    (lambda: suanli.Scenario().set(voucher_budget=GIVEN["nothing"]), "takes a number, not None"),
    (lambda: suanli.Scenario().set(voucher_budget=float("nan")), "takes a number"),
    (lambda: suanli.Scenario().set("voucher_budget=1", voucher_budget=2), "is set twice"),
    (lambda: suanli.Scenario().set(crowd_in=(5, 4, 3)), "crowd_in would have low 5"),
    (lambda: suanli.Scenario().set(title=" "), "only a title"),
    (lambda: suanli.Scenario().set(GIVEN["number"]), "a change is a text name=value"),
    (lambda: suanli.Scenario().want("enterprises"), "takes an outcome, >= or <=, a level"),
    (lambda: suanli.Scenario().save("plan.txt"), "is saved as name.scenario.json"),
    (lambda: suanli.Scenario().save("/nowhere/a.scenario.json"), "/nowhere"),
    (lambda: suanli.run(GIVEN["number"]), "a scenario is a Scenario, an example or a file, not 3"),
    (lambda: suanli.run(futures=0), "futures takes a whole number from 1"),
    (lambda: suanli.run(futures=8).band("enterprise"), "did you mean enterprises?"),
    (lambda: suanli.run(futures=8).band("enterprises.rome"), "has no element 'rome'"),
    (lambda: suanli.run(futures=8).band("limit"), "counted"),
    (lambda: suanli.run(futures=8).shares("jobs"), "is a number"),
    (lambda: suanli.run(futures=8).band("jobs").at(1999), "outside 2025 to 2035"),
    (lambda: suanli.levers(GIVEN["word"]), "figures are"),
    (lambda: suanli.compare("baseline"), "two scenarios or more"),
    (lambda: suanli.compare("baseline", "vouchers-x4", year=2060), "outside 2025 to 2035"),
    (lambda: suanli.variants("vouchers-x4", "jobs", 2060), "2060"),
    (lambda: suanli.explain("vouchers-x4", outcome="job"), "there is no outcome"),
    (lambda: suanli.explain("vouchers-x4", year=2060), "the scenario ends in 2035"),
    (lambda: suanli.survive("baseline"), "nothing is changed"),
    (lambda: suanli.survive("vouchers-x4", better=GIVEN["word"]), "better is more or less"),
    (lambda: suanli.survive("vouchers-x4", cost="jobs", gain="jobs"), "cost and gain say the same"),
    (lambda: suanli.survive("vouchers-x4", world="low_demand"), "name one by cost or gain"),
    (lambda: suanli.survive("vouchers-x4", cost="jobs", world="mars"), "there is no world"),
    (lambda: suanli.survive("vouchers-x4", cost="enterprises"), "are one and the same"),
    (lambda: suanli.discover("baseline", futures=64), "target"),
    (lambda: suanli.future(rank=2), "rank takes a share from 0 to 1, not 2"),
    (lambda: suanli.future(rank=float("nan")), "rank takes a share from 0 to 1, not nan"),
    (lambda: suanli.future(number=9, futures=8), "there is no future 9"),
    (lambda: suanli.future(rank="much"), "rank takes a share from 0% to 100%"),
    (lambda: suanli.Scenario().set("voucher_budget"), "set takes name=value, not"),
    (lambda: suanli.discover("baseline", "enterprises"), "targets takes an outcome"),
    (lambda: suanli.split(target="own"), "target own needs a scenario"),
    (lambda: suanli.solve("baseline", "voucher_budget=1", at_least=1), "levers takes NAME"),
    (lambda: suanli.solve("baseline", {}, at_least=1), "lever"),
    (lambda: suanli.solve("baseline", [], at_least=1), "levers takes a text or several"),
    (lambda: suanli.run(futures=8).band(GIVEN["number"]), "outcome takes a text, not 3"),
    (lambda: suanli.Scenario().save(GIVEN["bytes"]), "save takes the path of a file"),
    (lambda: suanli.Scenario().set(crowd_in=GIVEN["bytes"]), "takes a number, not b'x'"),
    (lambda: suanli.Scenario().set(title=GIVEN["number"]), "title takes a text, not 3"),
    (lambda: suanli.Scenario().want(GIVEN["number"]), "want takes texts, not 3"),
    (lambda: suanli.solve("baseline", "voucher_budge", at_least=1), "there is no lever"),
    (
        lambda: suanli.solve("baseline", GIVEN["one"], at_least=1),
        "voucher_budget takes two numbers to move between, or None, not (1,)",
    ),
    (lambda: suanli.solve("baseline", "voucher_budget"), "solve takes one of"),
    (lambda: suanli.matters(points=100, totals=True), "points"),
    (lambda: suanli.money(amount="much"), "takes an amount of money"),
    (lambda: suanli.money(places="rome"), "is not allowed, only"),
    (lambda: suanli.split(budget=1, total=2), "leave one out"),
    (lambda: suanli.split(among=["vouchers", GIVEN["number"]]), "among takes texts, not 3"),
    (suanli.score, "has no numbers of your own; attach some by numbers"),
    (
        lambda: suanli.Scenario().set(zzz=1),
        "suanli.levers() and suanli.assumptions() list them",
    ),
    (lambda: suanli.explain("vouchers-x4", outcome="zzz"), "suanli.outcomes() lists them"),
    (lambda: suanli.Scenario().set({"--set": 1}), 'there is no lever or assumption "--set"'),
    (lambda: suanli.calibrate(numbers="/nowhere/x.csv"), "/nowhere/x.csv"),
    (lambda: suanli.backtest(actuals="/nowhere/x.csv"), "/nowhere/x.csv"),
]


@pytest.mark.parametrize(("ask", "sentence"), BAD)
def test_that_bad_input_raises_one_sentence(ask, sentence):
    with pytest.raises(suanli.Error) as raised:
        ask()
    (said,) = str(raised.value).splitlines()
    assert sentence in said


ODD: Any = [
    5,
    2030.5,
    float("nan"),
    True,
    "odd",
    b"odd",
    [],
    [5],
    (),
    {},
    {"odd": 5},
    object(),
    None,
]
ASKED: dict[str, Any] = {
    "backtest": (),
    "calibrate": (),
    "compare": ("baseline", "vouchers-x4"),
    "discover": ("baseline", "enterprises>=12500@2030"),
    "explain": ("vouchers-x4",),
    "future": (),
    "matters": (),
    "money": (),
    "run": (),
    "score": (),
    "solve": ("baseline", "voucher_budget"),
    "split": (),
    "survive": ("vouchers-x4",),
    "variants": ("vouchers-x4", "enterprises", 2030),
}
PARAMETERS = [
    (name, parameter)
    for name in some(ASKED)
    for parameter in signature(getattr(suanli, name)).parameters
    if parameter not in ("progress", "cancel")
]


@pytest.mark.parametrize(("name", "parameter"), PARAMETERS)
def test_that_what_no_type_allows_is_an_error_and_nothing_else(name, parameter):
    ask = getattr(suanli, name)
    given = signature(ask).bind(*ASKED[name], cancel=lambda: True)
    for odd in some(ODD):
        several = given.signature.parameters[parameter].kind is Parameter.VAR_POSITIONAL
        given.arguments[parameter] = (odd, "baseline") if several else odd
        with pytest.raises((suanli.Error, suanli.Cancelled)) as raised:
            ask(*given.args, **given.kwargs)
        assert "--" not in str(raised.value)


@pytest.mark.parametrize("odd", ODD, ids=lambda odd: type(odd).__name__)
def test_that_an_odd_file_is_an_error(odd):
    for ask in (suanli.open, suanli.open_all, suanli.Scenario().save, suanli.Scenario().want):
        with pytest.raises(suanli.Error):
            ask(odd)


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
