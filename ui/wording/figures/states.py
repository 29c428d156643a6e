"""What a card says of an outcome that is counted: the state of most futures. First floor of ui.

States have no difference in their unit; what is told is the share of futures in the state, and by
how many points it differs from the baseline, or which state most futures of the baseline are in.
"""

from dataclasses import dataclass
from math import isfinite
from typing import Final

from planner.ensemble.projection import Projection, Request, requests_of
from planner.model.graph import model
from planner.quantities.told.labels import model_text
from planner.quantities.told.numerals import numerals
from planner.storage.sentences.catalog import translate
from planner.studies.parts.reference import BASELINE, Reference
from ui.wording.compared.reference import as_it, short_name
from ui.wording.figures.differences import share_text
from ui.wording.numbers import signed_fixed

_TOLD_FROM: Final = 0.5
"""Percent points from which a share of futures is told to differ."""


@dataclass(frozen=True, slots=True)
class StateTold:
    """The state of most futures, the share in it, and how the baseline differs."""

    state: str
    share: str
    short_share: str
    difference: str


def state_told(
    level: Request,
    projection: Projection | None,
    baseline: Projection | None,
    month: int,
    reference: Reference = BASELINE,
) -> StateTold | None:
    """Return what is told of a month, None where futures have not been counted.

    Shares are held against those of the baseline, or of the `reference` where that is another one.
    """
    shares, before = (_shares(level, each, month) for each in (projection, baseline))
    if shares is None or (before is None and not reference.name):
        return None
    most = max(shares, key=lambda key: shares[key])
    share = share_text(shares[most])
    return StateTold(
        _name(level.outcome, most),
        translate("Kpi", "in {share} of futures").format(share=share),
        translate("Kpi", "in {share}").format(share=share),
        _difference(level, most, shares, before, reference) if before else "",
    )


def _shares(level: Request, projection: Projection | None, month: int) -> dict[str, float] | None:
    if projection is None:
        return None
    asked = requests_of(model().outcomes[level.outcome], level.element)
    found = {each.state: projection.series.get(each) for each in asked}
    shares = {
        key: float(series.share[month])
        for key, series in found.items()
        if series is not None and series.share is not None and month < len(series.share)
    }
    is_known = len(shares) == len(asked) and all(map(isfinite, shares.values()))
    return shares if is_known else None


def _difference(
    level: Request,
    most: str,
    shares: dict[str, float],
    before: dict[str, float],
    reference: Reference,
) -> str:
    mostly = max(before, key=lambda key: before[key])
    if mostly != most:
        text = translate("Kpi", "{reference}: {state}, {share}")
        state, share = _name(level.outcome, mostly), share_text(before[mostly])
        return text.format(reference=short_name(reference), state=state, share=share)
    points = 100 * (shares[most] - before[most])
    if abs(points) < _TOLD_FROM:
        return as_it(reference)
    text = translate("Kpi", "{change} pt")
    return text.format(change=signed_fixed(points, 0, numerals()))


def _name(outcome: str, state: str) -> str:
    return model_text(model().outcomes[outcome].state(state).label)
