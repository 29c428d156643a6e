"""The EMA Workbench drives the model and gets the numbers that Suanli gives itself."""

import warnings
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context

import numpy as np
import pytest

with warnings.catch_warnings():
    warnings.simplefilter("ignore")
    from ema_workbench import Policy, Scenario, SequentialEvaluator

import suanli
import suanli.ema
from planner.ensemble.many import Projector
from planner.ensemble.progress import to_the_end
from planner.studies.answers.about import About
from planner.studies.future.futures import futures_of
from tests.some import some

CHENGDU = "voucher_budget.chengdu"
OUTCOMES = ["enterprises.chengdu", "used_compute"]


@pytest.fixture(scope="module")
def model():
    suanli.run(futures=8)
    return suanli.ema.model("baseline", levers=[CHENGDU], outcomes=OUTCOMES, year=2030)


def _own_futures(scenario):
    """Return Suanli's own futures, and what they give of the first outcome."""
    about = About("enterprises", "chengdu", 2030)
    found = to_the_end(futures_of(Projector(), scenario.value, about))
    drawn = [dict(zip(found.names, column, strict=True)) for column in found.drawn.T.tolist()]
    return drawn, found.at_the_end


def test_that_uncertainties_levers_and_outcomes_are_those_of_the_model(model):
    drawn = {each.name: each for each in model.uncertainties}
    table = suanli.assumptions().set_index("name")
    assert len(drawn) > 50
    for name, each in some(drawn.items()):
        assert (each.lower_bound, each.upper_bound) == tuple(table.loc[name, ["low", "high"]])
    assert [each.name for each in model.levers] == [CHENGDU]
    assert [each.name for each in model.outcomes] == OUTCOMES


def test_that_own_futures_give_their_own_numbers_under_each_policy(model):
    levels = {}
    for amount in (100.0, 900.0):
        scenario = suanli.Scenario().set({CHENGDU: amount, "futures": 40})
        drawn, levels[amount] = _own_futures(scenario)
    policies = [Policy(str(amount), **{CHENGDU: amount}) for amount in levels]
    scenarios = [Scenario(str(place), **each) for place, each in enumerate(drawn)]
    with suanli.ema.Evaluator(model) as evaluator:
        experiments, outcomes = evaluator.perform_experiments(scenarios, policies)
    assert len(experiments) == 80
    for amount, own in levels.items():
        theirs = outcomes["enterprises.chengdu"][experiments["policy"] == str(amount)]
        np.testing.assert_array_equal(theirs, own)


def test_that_the_evaluator_of_the_workbench_gives_the_same_one_by_one(model):
    drawn, _ = _own_futures(suanli.Scenario().set(futures=4))
    scenarios = [Scenario(str(place), **each) for place, each in enumerate(drawn)]
    policies = [Policy("more", **{CHENGDU: 500.0})]
    found = []
    for kind in (suanli.ema.Evaluator, SequentialEvaluator):
        with kind(model) as evaluator:
            found.append(evaluator.perform_experiments(scenarios, policies)[1])
    for name in some(OUTCOMES):
        np.testing.assert_array_equal(found[0][name], found[1][name])


def test_that_a_process_that_was_spawned_gives_the_same(model):
    drawn, own = _own_futures(suanli.Scenario().set({CHENGDU: 100.0, "futures": 4}))
    with ProcessPoolExecutor(1, get_context("spawn")) as pool:
        found = pool.submit(model.run_all, {CHENGDU: 100.0}, drawn).result()
    np.testing.assert_array_equal(found["enterprises.chengdu"], own)


def test_that_the_workbench_samples_what_it_is_told_to(model):
    with suanli.ema.Evaluator(model) as evaluator:
        experiments, outcomes = evaluator.perform_experiments(scenarios=64, policies=2)
    assert len(experiments) == 128
    assert np.isfinite(outcomes["used_compute"]).all()
    assert outcomes["used_compute"].std() > 0


def test_that_what_there_is_not_is_refused():
    with pytest.raises(suanli.Error, match="there is no outcome"):
        suanli.ema.model(outcomes="enterprise")
    with pytest.raises(suanli.Error, match="outcomes takes a text or several, and there is none"):
        suanli.ema.model(outcomes=[])
    with pytest.raises(suanli.Error, match="there is no lever"):
        suanli.ema.model(levers="voucher_budge")
