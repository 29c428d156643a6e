"""How long it takes to hold futures to a planner's own numbers, with the draws at hand."""

import time
from collections.abc import Callable
from dataclasses import replace

from planner.ensemble.many import Projector
from planner.ensemble.progress import to_the_end
from planner.model.counted.own import OwnNumbers
from planner.model.own.scenarios import with_own
from planner.model.scenario import Scenario
from planner.studies.answers.about import About
from planner.studies.calibrate.calibrating import calibrating
from planner.studies.calibrate.smoothing import smoothing
from tests.own_points import counted

_ABOUT = About("enterprises", "chengdu", 2030)


def calibrate_six() -> Callable[[], object]:
    """Return the calibration of 1,000 futures by six points to 2028, others at each call."""
    used, calls = Projector(), [time.time() % 1]
    scenario = _scenario(0)
    to_the_end(calibrating(used, scenario, _ABOUT))

    def run() -> object:
        calls[0] += 1
        return to_the_end(calibrating(used, _scenario(calls[0]), _ABOUT))

    return run


def smooth_six() -> Callable[[], object]:
    """Return the ensemble smoother with the same points."""
    scenario = replace(_scenario(0), draws="calibrated")
    return lambda: to_the_end(smoothing(scenario))


def _scenario(call: float) -> Scenario:
    """Return a scenario of six points, whose weights nobody kept on disk before."""
    points = (
        *(
            counted("enterprises", "chengdu", y, 900 + 110 * (y - 2024) + call, 0.05)
            for y in _YEARS
        ),
        *(
            counted("used_compute", "", y, 400.0 + 220 * (y - 2025), 0.1, "EFLOPS realized")
            for y in _YEARS
        ),
    )
    return with_own(Scenario(), OwnNumbers(points))


_YEARS = (2026.9, 2027.9, 2028.9)
