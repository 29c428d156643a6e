"""The model as a problem of SALib: all its analyses, on runs of many points at once.

    problem = suanli.salib.problem("baseline")
    points = SALib.sample.sobol.sample(problem, 1024)
    found = SALib.analyze.sobol.analyze(problem, suanli.salib.evaluate(points, "baseline"))

Needs nothing of SALib itself, which the extra `salib` installs.
"""

from collections.abc import Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from planner.ensemble.draws.drawn import drawn_assumptions
from planner.ensemble.given import given_futures, values_at
from planner.studies.answers.about import About
from suanli.driving import Cancel, Progress, driven, projector
from suanli.errors import Error, one_sentence
from suanli.scenarios import AnyScenario, value_of
from suanli.typed import USUAL_OUTCOME, YEAR, about_of, some_texts_of


def problem(scenario: AnyScenario = "baseline") -> dict[str, Any]:
    """Return the drawn assumptions of a scenario as a problem: names and bounds.

    Each input is the place of a value in the range of its own assumption, 0 to 1 with 0.5 its
    central value, so that uniform samples are drawn as Suanli draws, without its correlations.

    >>> import suanli.salib
    >>> suanli.salib.problem("baseline")["bounds"][0]
    [0.0, 1.0]
    """
    names = [*drawn_assumptions(value_of(scenario))]
    return {"num_vars": len(names), "names": names, "bounds": [[0.0, 1.0]] * len(names)}


def evaluate(
    points: NDArray[np.float64],
    scenario: AnyScenario = "baseline",
    outcome: str | Sequence[str] = USUAL_OUTCOME,
    year: int = YEAR,
    *,
    progress: Progress | None = None,
    cancel: Cancel | None = None,
) -> NDArray[np.float64]:
    """Return an outcome in December of a year at points, float64[points, inputs] of `problem`.

    It is float64[points], in the outcome's unit; of several outcomes float64[points, outcomes].
    NaN where a point breaks a law of the model. Raises Error for points of another shape or outside
    0 to 1, and for what is no outcome.

    >>> import numpy as np, suanli.salib
    >>> count = suanli.salib.problem()["num_vars"]
    >>> suanli.salib.evaluate(np.full((2, count), 0.5), outcome=["enterprises", "jobs"]).shape
    (2, 2)
    """
    value = value_of(scenario)
    names = drawn_assumptions(value)
    given = _checked(points, len(names))
    outcomes = some_texts_of(outcome, "outcome")
    with one_sentence():
        abouts = [about_of(each, year, value) for each in outcomes]
        requests = [each.request() for each in abouts]
        projector()
        drawn = values_at(value, names, given.T)
        found = driven(given_futures(value, names, drawn, requests), progress, cancel)
    at_year = found[:, _year_of(abouts[0]), :].T
    return at_year[:, 0] if isinstance(outcome, str) else at_year


def _year_of(about: About) -> int:
    return about.month // 12


def _checked(points: NDArray[np.float64], inputs: int) -> NDArray[np.float64]:
    """Return points as they are run: off the very ends, where nothing is drawn."""
    from planner.ensemble.draws.points import LEAST

    try:
        given = np.asarray(points, np.float64)
    except (TypeError, ValueError):
        raise Error(f"points are an array [points, {inputs}] of numbers") from None
    if given.ndim != 2 or given.shape[1] != inputs:  # noqa: PLR2004 - points and inputs
        raise Error(f"points are an array [points, {inputs}], not {list(given.shape)}")
    if not ((given >= 0) & (given <= 1)).all():
        raise Error("points lie between 0 and 1")
    return np.clip(given, LEAST, 1 - LEAST)
