"""A batch has exactly the futures of `suanli run`, and the same bytes wherever it is run."""

from dataclasses import replace
from io import BytesIO

import numpy as np
import pytest
from pyarrow import parquet

from planner.engine.broken import broken_since
from planner.engine.run import run_batch
from planner.ensemble.conditioning import pool
from planner.ensemble.conditioning.chosen import choosing, weighed
from planner.ensemble.conditioning.weights import weights_at
from planner.ensemble.many import Projector
from planner.ensemble.progress import to_the_end
from planner.model.scenario import Scenario, with_assumption
from planner.quantities.spread import fixed
from planner.sweep.batches.encoding import KEY
from planner.sweep.batches.estimate import estimated
from planner.sweep.batches.layout import Layout, whole_blocks
from planner.sweep.batches.running import run_spec
from planner.sweep.batches.spec import spec_of, unpacked
from planner.sweep.batches.work import work
from tests.some import some
from tests.sweep.plans import LEVERS, OUTCOMES, planned

ASSUMED = """
futures = 500
[design]
worlds = ["tight_chips", "low_demand"]
[inputs]
crowd_in = [3, 3.5]
"""


@pytest.fixture(scope="module")
def projector():
    made = Projector()
    made.warm_up()
    return made


def _specs(plan, size, places=None):
    layout = Layout(plan.points.count, plan.futures, size)
    return [spec_of(plan, each, places) for each in some(layout.batches())]


def _table(spec):
    return parquet.read_table(BytesIO(work(*spec.packed())["data"]))


def _of_run(projector, plan, number, column):
    scenario = plan.points.scenario_at(plan.base, number)
    pair, months = (column.outcome, column.element), [column.month]
    asked = projector.futures_at(scenario, [pair], months, futures=plan.futures)
    return to_the_end(asked)[0, 0]


@pytest.mark.parametrize("text", [None, ASSUMED])
def test_that_each_point_has_exactly_the_futures_of_a_run(text, tmp_path, projector):
    plan = planned(tmp_path, text) if text else planned(tmp_path)
    for spec in some(_specs(plan, 1200)):
        table = _table(spec)
        for number in some(sorted(set(table["point"].to_pylist()))):
            own = table.filter(np.asarray(table["point"]) == number)
            assert own["future"].to_pylist() == list(range(1, plan.futures + 1))
            for column in plan.columns:
                assert np.array_equal(own[column.name], _of_run(projector, plan, number, column))


def test_that_slices_of_a_point_add_up_to_its_futures(tmp_path):
    plan = planned(tmp_path)
    whole = np.concatenate([run_spec(each).values for each in _specs(plan, 600)], axis=1)
    sliced = np.concatenate([run_spec(each).values for each in _specs(plan, 160)], axis=1)
    assert whole.shape == (3, 1800)
    assert np.array_equal(whole, sliced)


def test_that_places_that_come_along_give_the_same_bytes_as_those_chosen(tmp_path):
    plan = planned(tmp_path)
    places = to_the_end(choosing(plan.base, plan.futures)).places
    alone, given = _specs(plan, 1200)[0], _specs(plan, 1200, places)[0]
    assert work(*alone.packed())["data"] == work(*given.packed())["data"]


def test_that_a_batch_halved_for_memory_has_the_same_bytes(tmp_path):
    spec = _specs(planned(tmp_path), 1200)[0]
    assert np.array_equal(run_spec(spec).values, run_spec(spec, 64).values)
    assert work(*spec.packed())["data"] == work(*spec.packed(), halved=True)["data"]


def test_that_a_spec_is_read_as_it_was_packed(tmp_path):
    spec = _specs(planned(tmp_path, ASSUMED), 500)[1]
    read = unpacked(*spec.packed())
    assert (read.batch, read.columns, read.origin) == (spec.batch, spec.columns, spec.origin)
    assert [each.assumptions for each in read.scenarios] == [e.assumptions for e in spec.scenarios]


def test_that_double_precision_agrees_with_single_to_seven_digits(tmp_path):
    single = run_spec(_specs(planned(tmp_path), 600)[0]).values
    double = run_spec(_specs(planned(tmp_path, "precision = 'float64'\nfutures = 600\n"), 600)[0])
    assert double.values.dtype == np.float64
    assert single.dtype == np.float32
    plain = run_spec(_specs(planned(tmp_path, "futures = 600\n"), 600)[0]).values
    assert np.array_equal(double.values.astype(np.float32), plain)


def test_that_a_file_says_what_each_column_is_and_which_batch_it_has(tmp_path):
    plan = planned(tmp_path)
    schema = _table(_specs(plan, 1200)[0]).schema
    told = schema.field("enterprises_shanghai_2027_12").metadata
    assert told[b"unit"] == b"firm"
    assert told[b"month"] == b"2027-12"
    assert told[b"element"] == b"shanghai"
    assert plan.hash.encode() in schema.metadata[KEY]


def test_that_futures_that_break_a_law_are_counted_and_left_empty(tmp_path, monkeypatch):
    plan = planned(tmp_path, "futures = 600\n")
    spec = _specs(plan, 600)[0]
    whole = run_spec(spec).values

    def breaking(batch, clock, stored, **given):
        since = np.full(batch.futures, np.inf)
        since[[4, 9]] = 20, 0
        run = run_batch(batch, clock, stored, **given)
        return replace(run, broken=broken_since(since, batch))

    monkeypatch.setattr("planner.sweep.batches.running.run_batch", breaking)
    ran = run_spec(spec)
    empty = np.isnan(ran.values)
    assert (ran.broken, ran.empty) == (2, 2 + 3)
    assert empty[:, 3].tolist() == [True, False, True]
    assert empty[:, 8].all()
    assert np.array_equal(ran.values[~empty], whole[~empty])


def test_that_fixed_assumptions_are_alike_in_every_future(tmp_path):
    text = "futures = 500\n[inputs]\ncrowd_in = {fixed = true, values = [3]}\n"
    plan = planned(tmp_path, text, OUTCOMES)
    expected = with_assumption(Scenario(), "crowd_in", fixed(3.0)).assumptions
    assert plan.points.scenario_at(plan.base, 1).assumptions == expected


def test_that_an_estimate_counts_what_choosing_takes(tmp_path):
    levers, assumed = estimated(planned(tmp_path)), estimated(planned(tmp_path, ASSUMED))
    assert levers.layout.size == whole_blocks(1200)
    assert (levers.choices, assumed.choices) == (1, 4)  # one for all, and one for each point
    running = 1800 * levers.seconds
    assert levers.choosing > 0
    assert levers.seconds_on(1) == pytest.approx(running + levers.choosing)
    assert levers.seconds_on(4) == pytest.approx(running / 4 + levers.choosing)
    drawn = estimated(planned(tmp_path, f"draws = 'as-drawn'\n{LEVERS}"))
    assert drawn.choosing == 0


def test_that_many_points_of_few_futures_stand_in_small_batches(tmp_path, monkeypatch):
    # A second for a pool: then a batch has one point, however few futures that has.
    monkeypatch.setattr("planner.sweep.batches.estimate._choosing", lambda _plan: 1.0)
    text = "futures = 16\n[inputs]\ncrowd_in = {from = 3, to = 3.5, steps = 400}\n"
    many = estimated(planned(tmp_path, text))
    assert not many.are_shared
    assert (many.layout.points_of_a_batch, many.layout.count) == (1, 400)
    assert many.seconds_on(4) == pytest.approx((400 + 6400 * many.seconds) / 4)
    monkeypatch.setattr("planner.sweep.batches.estimate._choosing", lambda _plan: 0.0)
    assert estimated(planned(tmp_path, text)).layout.points_of_a_batch > 1


@pytest.mark.parametrize("futures", [16, 1000, 20_000])
def test_that_as_many_futures_are_weighed_as_is_said(futures, monkeypatch):
    counted = []

    def counting(places, scenario):
        counted.append(len(places))
        return weights_at(places, scenario)

    monkeypatch.setattr("planner.ensemble.conditioning.pool.weights_at", counting)
    scenario = with_assumption(Scenario(), "crowd_in", fixed(3.0 + futures / 1e6))
    to_the_end(pool.choosing(scenario, futures))
    assert sum(counted) == weighed(scenario, futures)
