"""Makes series of center lines and bands, and ends those that break their outcome's law.

Fifth floor of planner. Broken futures are left out before; an outcome can still leave its bounds,
where numbers grow beyond what the engine's numbers hold.
"""

from collections.abc import Mapping, Sequence
from math import inf
from types import MappingProxyType

import numpy as np
from numpy.typing import NDArray

from planner.engine.breaks import Break
from planner.ensemble.bands.paths import Paths, summed_center
from planner.ensemble.bands.sides import Sides
from planner.ensemble.breach import ALL_MONTHS, Breach, are_lawful, first_unlawful
from planner.ensemble.projection import Request, Series, Sparse
from planner.model.graph import model

Bands = Mapping[Request, NDArray[np.float64]]


def lawful_series(
    paths: Paths,
    requests: Sequence[Request],
    bands: Bands,
    breach: Breach | None,
    sparse: Sparse | None = None,
    sides: Mapping[Request, Sides] = MappingProxyType({}),
) -> tuple[dict[Request, Series], Breach | None]:
    """Return the series of requests, and the breach to tell of: the given one, else their first.

    `bands` hold what is known of each beyond its center: five quantiles, or a state's shares;
    where they are `sparse` some are known in Decembers alone. `sides` are those of differences.
    """
    are_lines_lawful = are_lawful(paths.run.center, paths.run.wanted)
    yearly = sparse.yearly if sparse else frozenset[Request]()
    known = sparse.decembers(paths.months) if sparse else ALL_MONTHS
    made: dict[Request, Series] = {}
    for request in requests:
        center, own = paths.center(request), bands.get(request)
        line = None if are_lines_lawful else _line_break(paths, request)
        months = known if request in yearly else ALL_MONTHS
        ending = None if own is None else _bands_break(request, own, breach, months)
        if line is not None:
            center[line.month :] = np.nan
        if own is not None and ending is not None:
            own[:, ending.month :] = np.nan
        first = line or ending
        if breach is None and first is not None:
            end = None if ending is None else ending.month
            breach = Breach(first, line is not None, bands_end=end)
        made[request] = _series(request, center, own, sides.get(request))
    return made, breach


def _series(
    request: Request,
    center: NDArray[np.float64],
    own: NDArray[np.float64] | None,
    sides: Sides | None,
) -> Series:
    if request.state:
        return Series(center, None, own)
    return Series(center, own) if sides is None else Series(center, own, None, *sides)


def _line_break(paths: Paths, request: Request) -> Break | None:
    broken = paths.run.broken
    until = inf if broken is None else broken.center
    values = summed_center(paths.run, request)
    return first_unlawful(model().outcomes[request.outcome], request.element, values, until)


def _bands_break(
    request: Request, bands: NDArray[np.float64], breach: Breach | None, months: slice
) -> Break | None:
    if request.view != "absolute" or request.state:
        return None
    until = inf if breach is None or breach.bands_end is None else breach.bands_end
    outcome = model().outcomes[request.outcome]
    return first_unlawful(outcome, request.element, bands, until, months)
