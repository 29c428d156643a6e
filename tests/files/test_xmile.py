"""The exported model means the same to a simulator that others wrote."""

import warnings
from collections import Counter
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import numpy as np
import pytest

from planner.ensemble.many import Projector, all_requests
from planner.files.scenario_file import open_example
from planner.files.xmile import NAMESPACE, xmile
from planner.model.graph import model
from planner.model.scenario import Scenario

XMILE = {"x": NAMESPACE}
SCENARIOS = ("baseline", "vouchers-x4", "chip-imports-stopped", "everything-at-once")
UNBOUNDED = 1e299


def variables(scenario: Scenario) -> dict[str, ET.Element]:
    root = ET.fromstring(xmile(scenario))
    found = root.findall("x:model/x:variables/*", XMILE)
    return {element.attrib["name"]: element for element in found}


def constants(scenario: Scenario) -> dict[str, float]:
    """Return every variable that is a plain number."""
    found = {}
    for name, element in variables(scenario).items():
        text = element.findtext("x:eqn", "", XMILE)
        if text.replace(".", "").replace("e", "").replace("-", "").replace("+", "").isdigit():
            found[name] = float(text)
    return found


@pytest.fixture(scope="module")
def simulator(tmp_path_factory: pytest.TempPathFactory) -> Any:
    """PySD, with the exported baseline read in."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        import pysd

        path = tmp_path_factory.mktemp("xmile") / "model.xmile"
        path.write_bytes(xmile(Scenario()))
        return pysd.read_xmile(str(path))


@pytest.mark.timeout(300)
@pytest.mark.parametrize("name", SCENARIOS)
def test_that_another_simulator_gives_every_outcome_of_every_month(
    simulator: Any, name: str
) -> None:
    """The files of scenarios differ in constants alone, so one reading serves them all."""
    scenario = open_example(name)
    base, own = constants(Scenario()), constants(scenario)
    changed = {key: value for key, value in own.items() if value != base[key]}
    assert bool(changed) == (name != "baseline")
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        table = simulator.run(params=changed, reload=True)
    ours = Projector().project(scenario, all_requests(), bands=False)
    for request, series in ours.series.items():
        outcome = f"{request.outcome}_{request.element}".rstrip("_")
        theirs = table[outcome].to_numpy(float)
        known = np.isfinite(series.center)
        np.testing.assert_array_equal(known, theirs < UNBOUNDED, err_msg=outcome)
        size = np.max(np.abs(series.center[known]), initial=0)
        worst = np.max(np.abs(theirs - series.center)[known], initial=0)
        assert worst <= 1e-6 * size, outcome


@pytest.mark.parametrize("name", SCENARIOS)
def test_that_scenarios_differ_in_constants_alone(name: str) -> None:
    one, other = variables(Scenario()), variables(open_example(name))
    assert one.keys() == other.keys()
    numbers = constants(Scenario()).keys()
    for key in one.keys() - numbers:
        assert ET.tostring(one[key]) == ET.tostring(other[key]), key


def test_that_every_name_stands_once_and_confuses_nobody() -> None:
    root = ET.fromstring(xmile(Scenario()))
    names = [e.attrib["name"] for e in root.findall("x:model/x:variables/*", XMILE)]
    assert [name for name, count in Counter(names).items() if count > 1] == []
    assert not [name for name in names if name.startswith("not")]


def test_that_every_variable_has_a_unit_and_a_sentence() -> None:
    for name, element in variables(Scenario()).items():
        assert element.findtext("x:units", "", XMILE), name
        assert element.findtext("x:doc", "", XMILE).strip(), name


def test_that_every_outcome_stands_under_its_public_key() -> None:
    names = variables(Scenario())
    for outcome in model().outcomes.values():
        for element in outcome.elements:
            assert f"{outcome.key}_{element}".rstrip("_") in names


def test_that_the_step_and_the_horizon_are_the_scenarios(tmp_path: Path) -> None:
    root = ET.fromstring(xmile(Scenario(last_year=2028)))
    specs = root.find("x:sim_specs", XMILE)
    assert specs is not None
    assert specs.attrib["method"] == "euler"
    assert specs.findtext("x:dt", "", XMILE) == "12"
    assert float(specs.findtext("x:stop", "", XMILE)) == pytest.approx(2028 + 11 / 12)
