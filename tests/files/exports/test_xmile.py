"""The exported model means the same to simulators that others wrote, units and all."""

import warnings
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import numpy as np
import pandas as pd
import pint
import pytest
import simlin

from planner.ensemble.many import Projector, all_requests
from planner.files.exports.xmile import NAMESPACE, xmile
from planner.files.exports.xmile_units import unit_equations
from planner.files.scenario.scenario_file import examples, open_example
from planner.model.graph import model
from planner.model.paths import LeverPath
from planner.model.scenario import Scenario, with_lever
from tests.length import shortened
from tests.some import some

XMILE = {"x": NAMESPACE}
SCENARIOS = (
    "baseline",
    "vouchers-fade-out",
    "alibaba-plans-again",
    "chip-imports-stopped",
    "everything-at-once",
)
EXAMPLES = tuple(name for name, _, _ in examples())
UNBOUNDED = 1e299


def variables(scenario: Scenario) -> dict[str, ET.Element]:
    root = ET.fromstring(xmile(scenario))
    found = root.findall("x:model/x:variables/*", XMILE)
    return {element.attrib["name"]: element for element in found}


def inputs(scenario: Scenario) -> dict[str, float | pd.Series]:
    """Return every variable that is a plain number or a graph of time."""
    found: dict[str, float | pd.Series] = {}
    for name, element in variables(scenario).items():
        text = element.findtext("x:eqn", "", XMILE)
        if element.find("x:gf", XMILE) is not None:
            times, values = (
                [float(each) for each in element.findtext(f"x:gf/x:{tag}", "", XMILE).split(",")]
                for tag in ("xpts", "ypts")
            )
            found[name] = pd.Series(values, index=times)
        elif text.replace(".", "").replace("e", "").replace("-", "").replace("+", "").isdigit():
            found[name] = float(text)
    return found


def is_same(one: float | pd.Series, other: float | pd.Series) -> bool:
    if isinstance(one, pd.Series) and isinstance(other, pd.Series):
        return one.equals(other)
    return not isinstance(one, pd.Series) and not isinstance(other, pd.Series) and one == other


def _as_it_is(code: str, **_: object) -> str:
    return code


@pytest.fixture(scope="module")
def simulator(tmp_path_factory: pytest.TempPathFactory) -> Any:
    """PySD, with the exported baseline read in; nobody reads the code that it lays out for that."""
    with warnings.catch_warnings(), pytest.MonkeyPatch.context() as patch:
        warnings.simplefilter("ignore")
        import pysd

        patch.setattr("black.format_file_contents", _as_it_is)
        path = tmp_path_factory.mktemp("xmile") / "model.xmile"
        path.write_bytes(xmile(Scenario()))
        return pysd.read_xmile(str(path))


@pytest.fixture
def in_simlin(tmp_path: Path) -> Callable[[bytes], simlin.Model]:
    """Return what reads an exported model into Simlin."""

    def load(data: bytes) -> simlin.Model:
        path = tmp_path / "model.xmile"
        path.write_bytes(data)
        return simlin.load(str(path))

    return load


def assert_agrees(table: Any, scenario: Scenario, tolerance: float) -> None:
    """Hold every outcome and month of a simulator's table against ours; states by their codes."""
    ours = Projector().project(scenario, all_requests(), bands=False)
    for request, series in ours.series.items():
        outcome = f"{request.outcome}_{request.element}".rstrip("_")
        theirs = table[outcome].to_numpy(float)
        if request.state:
            code = model().outcomes[request.outcome].state(request.state).code
            theirs = (theirs == code).astype(float)
        known = np.isfinite(series.center)
        np.testing.assert_array_equal(known, theirs < UNBOUNDED, err_msg=outcome)
        size = np.max(np.abs(series.center[known]), initial=0)
        worst = np.max(np.abs(theirs - series.center)[known], initial=0)
        assert worst <= tolerance * size, outcome


@pytest.mark.timeout(300)
@pytest.mark.parametrize("name", shortened(SCENARIOS, ("baseline", "everything-at-once")))
def test_that_pysd_gives_every_outcome_of_every_month(simulator: Any, name: str) -> None:
    """The files of scenarios differ in inputs alone, so one reading serves them all."""
    scenario = open_example(name)
    base, own = inputs(Scenario()), inputs(scenario)
    changed = {key: value for key, value in own.items() if not is_same(value, base[key])}
    assert bool(changed) == (name != "baseline")
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        table = simulator.run(params=changed, reload=True)
    assert_agrees(table, scenario, 1e-6)


@pytest.mark.parametrize("name", [*EXAMPLES, "to the last year"])
def test_that_simlin_gives_every_outcome_of_every_month_and_finds_every_unit_right(
    in_simlin: Callable[[bytes], simlin.Model], name: str
) -> None:
    scenario = Scenario(last_year=2050) if name not in EXAMPLES else open_example(name)
    model = in_simlin(xmile(scenario))
    assert [str(issue.message) for issue in model.check()] == []
    assert_agrees(model.run(analyze_loops=False).results, scenario, 1e-6)


def test_that_simlin_follows_own_paths_in_steps_and_in_lines(
    in_simlin: Callable[[bytes], simlin.Model],
) -> None:
    steps = LeverPath(((2025, 10), (2027.25, 250), (2029 + 5 / 12, 80), (2031, 0)))
    line = LeverPath(((2025, 0.65), (2026.5, 0.5), (2028.5, 0.85), (2033, 0.7)))
    scenario = with_lever(Scenario(), "voucher_budget.chengdu", steps)
    scenario = with_lever(scenario, "center_sellable_target", line)
    found = inputs(scenario)
    for name in ("voucher_budget_chengdu", "center_sellable_target"):
        assert isinstance(found[name], pd.Series)
    model = in_simlin(xmile(scenario))
    assert_agrees(model.run(analyze_loops=False).results, scenario, 1e-6)


@pytest.mark.parametrize(
    ("right", "wrong"),
    [("TWh/yr", "MWh/yr"), ("MW*h", "MW"), ("kW/PFLOPS", "kW/EFLOPS"), ("M_CNY/yr", "bn_CNY/yr")],
)
def test_that_simlin_finds_a_unit_that_is_wrong(
    in_simlin: Callable[[bytes], simlin.Model], right: str, wrong: str
) -> None:
    data = xmile(Scenario())
    assert data.count(f">{right}<".encode())
    model = in_simlin(data.replace(f">{right}<".encode(), f">{wrong}<".encode(), 1))
    assert any("unit" in str(issue.message) for issue in model.check())


def test_that_units_said_in_terms_of_others_are_as_large_as_they_say() -> None:
    registry: Any = pint.UnitRegistry()
    for line in (
        "CNY = [money]",
        "bn_CNY = 1e9 CNY",
        "PFLOPS = [compute]",
        "EFLOPS = 1000 PFLOPS",
        "PFLOPS_realized = [work]",
        "EFLOPS_realized = 1000 PFLOPS_realized",
    ):
        registry.define(line)
    for name, equation in some(unit_equations().items()):
        own, others = registry.Quantity(1, name), registry.Quantity(1, equation)
        assert (own / others).to("dimensionless").magnitude == pytest.approx(1, rel=1e-12), name


@pytest.mark.parametrize("name", SCENARIOS)
def test_that_scenarios_differ_in_inputs_alone(name: str) -> None:
    one, other = variables(Scenario()), variables(open_example(name))
    assert one.keys() == other.keys()
    differing = {key for key in one if ET.tostring(one[key]) != ET.tostring(other[key])}
    assert bool(differing) == (name != "baseline")
    assert differing <= inputs(Scenario()).keys() & inputs(open_example(name)).keys()


def test_that_every_name_stands_once_and_confuses_nobody() -> None:
    root = ET.fromstring(xmile(Scenario()))
    names = [e.attrib["name"] for e in root.findall("x:model/x:variables/*", XMILE)]
    assert [name for name, count in Counter(names).items() if count > 1] == []
    assert not [name for name in names if name.startswith("not")]


def test_that_every_variable_has_a_unit_and_a_sentence() -> None:
    for name, element in some(variables(Scenario()).items()):
        assert element.findtext("x:units", "", XMILE), name
        assert element.findtext("x:doc", "", XMILE).strip(), name


def test_that_every_outcome_stands_under_its_public_key() -> None:
    names = variables(Scenario())
    for outcome in some(model().outcomes.values()):
        for element in some(outcome.elements):
            assert f"{outcome.key}_{element}".rstrip("_") in names


def test_that_the_step_and_the_horizon_are_the_scenarios(tmp_path: Path) -> None:
    root = ET.fromstring(xmile(Scenario(last_year=2028)))
    specs = root.find("x:sim_specs", XMILE)
    assert specs is not None
    assert specs.attrib["method"] == "euler"
    assert specs.findtext("x:dt", "", XMILE) == "12"
    assert float(specs.findtext("x:stop", "", XMILE)) == pytest.approx(2028 + 11 / 12)


def test_that_a_lever_on_a_path_says_it_in_one_line() -> None:
    path = LeverPath(((2025, 0), (2025.583, 600), (2031, 0)))
    text = xmile(with_lever(Scenario(), "voucher_budget.shanghai", path)).decode()
    assert "Over time: 0 until Aug 2025, 600 from Aug 2025, 0 from 2031 (M CNY/yr)." in text
