"""Charts of an outcome that is counted: shares of futures by state, stacked to 100%; no Qt.

Each element has a panel of its own, the first on top. The areas are those of one scenario, at full
height; where they would part in the baseline stands a thin line.
"""

from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import Final

import numpy as np
from numpy.typing import NDArray

from planner.ensemble.projection import Projection, Request, requests_of
from planner.model.graph import model
from planner.quantities.told.lists import led_by
from planner.quantities.unit_forms import unit_form
from planner.quantities.unit_table import SHARE_OF_FUTURES
from ui.charts.contents.picture import BASELINE, DASHES, Curve, Dash
from ui.charts.contents.specs import ChartSetting, parts
from ui.charts.contents.wording import Wording

KEPT: Final = 32
FULL_PANEL: Final = 100.0
LEAST_SEEN: Final = 0.5
"""Percent of futures below which the line above a state is not seen apart from the next."""
_Layer = tuple[Request, NDArray[np.float64], NDArray[np.float64]]
"""A state, the percent of futures in it, and its lower and upper edge."""
PITCH: Final = 118.0
"""From the foot of a panel to that of the next, as its height is to 100."""


@lru_cache(maxsize=KEPT)
def areas(setting: ChartSetting, projection: Projection, words: Wording) -> tuple[Curve, ...]:
    """Return an area for each state of each panel, from the foot up."""
    shown = parts(setting)
    return tuple(
        Curve(
            _name(shown, element, label, words),
            state.color,
            projection.times,
            share,
            label=label,
            request=request,
            area=area,
        )
        for (outcome, element), foot in zip(shown, _feet(len(shown)), strict=True)
        for request, share, area in _stacked(projection, outcome, element, foot)
        for state in (model().outcomes[outcome].state(request.state),)
        for label in (words.states[state.label],)
    )


@lru_cache(maxsize=KEPT)
def boundaries(setting: ChartSetting, baseline: Projection, words: Wording) -> tuple[Curve, ...]:
    """Return the baseline's states; each is drawn as the line above it, but for the topmost.

    Lines are told apart by their dash; that of a state which no future is in lies on another.
    """
    shown = parts(setting)
    stacks = [
        list(_stacked(baseline, outcome, element, foot))
        for (outcome, element), foot in zip(shown, _feet(len(shown)), strict=True)
    ]
    told = _told(stacks, words)
    return tuple(
        Curve(
            told[request.state][0],
            BASELINE,
            baseline.times,
            share,
            request=request,
            area=_below(area),
            dash=told[request.state][1],
        )
        for stack in stacks
        for request, share, area in stack
    )


def _told(stacks: Sequence[Sequence[_Layer]], words: Wording) -> dict[str, tuple[str, Dash]]:
    """Return how the line above each state is named and drawn: as the next one that is seen."""
    found: dict[str, tuple[str, Dash]] = {}
    seen = {
        request.state: request.outcome
        for stack in stacks
        for request, share, area in stack
        if share.max() >= LEAST_SEEN and np.isfinite(_below(area)[1]).any()
    }
    for number, (state, outcome) in enumerate(seen.items()):
        label = words.states[model().outcomes[outcome].state(state).label]
        name = words.of_baseline.format(part=label)
        found[state] = name, DASHES[number % len(DASHES)]
    last = next(iter(found.values()), (words.baseline, None))
    for stack in stacks:
        for request, _, _ in stack:
            last = found.setdefault(request.state, last)
    return found


def panels(setting: ChartSetting, words: Wording) -> tuple[str, ...]:
    """Return what each panel is called, the first on top."""
    return tuple(words.short.get(element, words.country) for _, element in parts(setting))


def _name(shown: Sequence[tuple[str, str]], element: str, label: str, words: Wording) -> str:
    return label if len(shown) == 1 else led_by(words.short.get(element, words.country), label)


def _feet(count: int) -> list[float]:
    """Return where each panel begins, the first on top."""
    return [PITCH * (count - 1 - number) for number in range(count)]


def _stacked(projection: Projection, outcome: str, element: str, foot: float) -> Iterator[_Layer]:
    """Yield each state's request, its share in percent, and its lower and upper edge."""
    factor = unit_form(SHARE_OF_FUTURES).factor
    edge = np.full(len(projection.times), foot)
    for request in requests_of(model().outcomes[outcome], element):
        series = projection.series.get(request)
        if series is None:
            return
        share = series.line * factor
        yield request, share, np.array((edge, edge + share))
        edge = edge + share


def _below(area: NDArray[np.float64]) -> NDArray[np.float64]:
    """Return the edges of an area without an upper one where nothing lies above it."""
    foot = PITCH * np.floor(area[0] / PITCH + 1e-9)
    return np.where(area >= foot + FULL_PANEL - 1e-6, np.nan, area)
