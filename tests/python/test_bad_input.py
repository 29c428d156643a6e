"""What is wrong with what Python is given: one sentence in the words of Python, nothing else."""

from collections.abc import Callable
from inspect import Parameter, signature
from typing import Any

import pandas as pd
import pytest

import suanli
from tests.some import some

GIVEN: Any = {
    "nothing": None,
    "number": 3,
    "word": "best",
    "bytes": b"x",
    "one": {"voucher_budget": (1,)},
    "three": [1, 2, 3],
    "frame": pd.DataFrame({"year": [2026] * 40, "budget": [1.0] * 40}),
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
    (lambda: suanli.Scenario().set(voucher_budget_henan=1), "did you mean voucher_budget.henan?"),
    (lambda: suanli.Scenario().set({"voucher_budget.Henan": 1}), "mean voucher_budget.henan?"),
    (lambda: suanli.Scenario().set({"voucher_budget.hena": 1}), "mean voucher_budget.henan?"),
    (lambda: suanli.Scenario().set({"voucher_budget.rome": 1}), "must be one of"),
    (lambda: suanli.Scenario().set(Futures=9), "did you mean futures or figures?"),
    (lambda: suanli.Scenario().set(voucher_budget=GIVEN["three"]), "number or values by date"),
    (lambda: suanli.Scenario().set(crowd_in=GIVEN["three"][:2]), "low, central and high, not [1,"),
    (lambda: suanli.Scenario().set(voucher_budget={}), "takes values by date, and there is none"),
    (lambda: suanli.Scenario().set(voucher_budget=GIVEN["frame"]), "not "),
    (lambda: suanli.sweep(GIVEN["number"], "out"), "plan takes the path of a file, not 3"),
    (lambda: suanli.sweep("vouchers-and-centers", GIVEN["bytes"]), "out takes the path of a file"),
    (lambda: suanli.summary(GIVEN["number"]), "folder takes the path of a file, not 3"),
    (
        lambda: suanli.sweep_best("out", "jobs", GIVEN["nothing"]),
        "points takes several whole numbers, not None",
    ),
    (lambda: suanli.sweep_best("out", "jobs", GIVEN["number"]), "whole numbers, not 3"),
    (lambda: suanli.sweep_best("out", "jobs", [1, GIVEN["nothing"]]), "a whole number, not None"),
    (
        lambda: suanli.discover("vouchers-x4", "jobs>=1", progress=GIVEN["number"]),
        "progress takes a function, not 3",
    ),
    (
        lambda: suanli.split(cancel=GIVEN["number"]),
        "cancel takes a function, not 3",
    ),
    (lambda: suanli.Scenario(GIVEN["one"]), "suanli.Scenario().set(...) changes it"),
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
