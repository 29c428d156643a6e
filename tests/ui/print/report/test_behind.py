"""A report says what makes a change and whether its sign survives, of each scenario."""

import re
from dataclasses import replace

import pytest

from planner.engine.run import warm_up_kernel
from planner.ensemble.many import Projector
from planner.ensemble.projection import Request
from planner.model.scenario import Scenario, baseline_under, with_lever
from ui.engine.shown_run import ShownRun
from ui.print.report.answer import answer
from ui.print.report.columns import columns_of, comparison_of
from ui.print.report.parts import Asked
from ui.wording.sentences.paragraph import paragraph_requests

PLAIN = Scenario(futures=64, last_year=2031)
NETWORK = with_lever(replace(PLAIN, title="Network"), "network_build_time", 2)
BOTH = with_lever(replace(NETWORK, title="Both"), "center_sellable_target", 0.8)
SPENDING = with_lever(replace(PLAIN, title="Spending"), "other_capex", 1400)


@pytest.fixture(scope="module", autouse=True)
def _kernel():
    warm_up_kernel()


def _run(*scenarios: Scenario) -> ShownRun:
    requests = (
        *(Request("enterprises", "", view) for view in ("absolute", "difference")),
        *paragraph_requests(()),
    )
    used = Projector()
    first, *others = (used.project(each, requests) for each in scenarios)
    below = used.project(baseline_under(scenarios[0]), requests)
    return ShownRun(first, below, tuple((each, n) for n, each in enumerate(others, 1)))


def _answer(*scenarios: Scenario) -> tuple[str, ...]:
    run = _run(*scenarios)
    return answer(comparison_of(run, Asked()), columns_of(run))


def test_that_each_scenario_tells_parts_sign_and_what_limits_compute(qapp):
    both, spending, baseline = _answer(BOTH, SPENDING)
    assert both.startswith("Both: By December 2030, against the baseline: AI enterprises 1")
    assert re.search(r"1\d,\d{3} \(80% range [\d,]+–[\d,]+\), \+\d+ \(\+\d+ to \+[\d,]+, ", both)
    assert " comes from network build time; " in both
    assert " The sign holds in all 9 variants of the model. 2030 mean, share of futures: " in both
    assert spending.startswith("Spending: ")
    assert " AI enterprises: open, the sign turns where " in spending
    assert "The sign holds" not in spending
    assert all(
        text.endswith("chips wanted per chip on offer.") for text in (both, spending, baseline)
    )
    assert baseline.startswith("Baseline: 2030 mean, share of futures: ")


def test_that_of_one_scenario_limits_are_told_beside_its_answer(qapp):
    (said,) = _answer(NETWORK)
    assert said.endswith("The sign holds in all 9 variants of the model.")
