"""Projections made by hand, so that charts are tested without running the model."""

from collections.abc import Callable

import numpy as np
import pytest

from planner.ensemble.projection import VIEWS, Projection, Request, Series, requests_of
from planner.model.graph import model
from planner.model.outcomes import OUTCOMES
from planner.model.scenario import Scenario, with_lever

TIMES = 2025 + np.arange(132) / 12
SPREADS = np.array([-0.3, -0.15, 0.0, 0.15, 0.3])

Maker = Callable[..., Projection]


def _series(request: Request, raised: float) -> Series:
    """A line that rises from its height; a scenario raises it by a share in the last month."""
    progress = np.linspace(0.0, 1.0, len(TIMES))
    if request.state:
        return _share(request, progress, raised)
    height = 0.4 if model().outcomes[request.outcome].unit == "share" else 1000.0
    baseline = height * (1 + 0.5 * progress)
    center = baseline * (1 + raised * progress)
    match request.view:
        case "difference":
            center = center - baseline
        case "percent":
            center = 100 * (center - baseline) / baseline
        case "index":
            center = 100 * center / center[0]
    return Series(center, center * (1 + SPREADS[:, None] * progress))


def _share(request: Request, progress: np.ndarray, raised: float) -> Series:
    """The first state passes its futures on to the last; a scenario brings that forward."""
    states = model().outcomes[request.outcome].states
    passed = np.minimum(1.0, progress * (1 + raised))
    share = {states[0].key: 1 - passed, states[-1].key: passed}
    found = share.get(request.state, np.zeros(len(progress)))
    return Series((found > 0.5).astype(float), None, found)


@pytest.fixture(scope="session")
def made() -> Maker:
    """Make a projection of every outcome in every view."""

    def make(scenario: Scenario | None = None, raised: float = 0.0) -> Projection:
        requests = (
            request
            for outcome in OUTCOMES
            for element in outcome.elements
            for view in VIEWS
            for request in requests_of(outcome, element, view)
        )
        series = {request: _series(request, raised) for request in requests}
        return Projection(scenario or Scenario(), TIMES, series, 1000, 0.01)

    return make


@pytest.fixture
def baseline(made) -> Projection:
    """The baseline."""
    return made()


@pytest.fixture
def doubled(made) -> Projection:
    """A scenario that ends at twice the baseline."""
    scenario = with_lever(Scenario(title="Alibaba doubled"), "alibaba_plan", 760)
    return made(scenario, 1.0)
