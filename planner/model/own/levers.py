"""What a lever was set to over a stretch of time, laid over the path that it follows.

Third floor of planner. Before and after the stretch the path stays as it is.
"""

from planner.model.paths import LeverPath, value_at
from planner.model.scenario import LeverSetting, Scenario, lever_at, lever_path


def held(scenario: Scenario, name: str, stretch: tuple[float, float], value: float) -> LeverSetting:
    """Return the setting of a lever that was held at a value from a date to another.

    Where the two dates are one, it was held until the next knot of its path. A lever that is
    constant, or moves a part of a path, has the value throughout.
    """
    row, _ = lever_at(name)
    if row.over_time == "constant" or row.part is not None:
        return value
    start, end = stretch
    path = lever_path(scenario, name)
    before = tuple(knot for knot in path.knots if knot[0] < start)
    if end <= start:
        after = tuple(knot for knot in path.knots if knot[0] > start)
    else:
        then = (end, value_at(path, row.over_time, end))
        after = (then, *(knot for knot in path.knots if knot[0] > end))
    return LeverPath((*before, (start, value), *after))
