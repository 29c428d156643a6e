"""What a card says of an outcome that is counted: the state of most futures. First floor of ui.

States have no difference in their unit; what is told is the share of futures in the state, and by
how many points it differs from the baseline, or which state most futures of the baseline are in.
"""

from dataclasses import dataclass
from typing import Final

from planner.ensemble.projection import Projection, Request
from planner.quantities.told.labels import model_text
from planner.quantities.told.numerals import numerals
from planner.storage.sentences.catalog import translate
from planner.studies.parts.limits import LimitShare, limits_in
from planner.studies.parts.reference import BASELINE, Reference
from ui.wording.compared.reference import as_it, short_name
from ui.wording.figures.differences import share_text
from ui.wording.figures.limits import shares_text
from ui.wording.numbers import signed_fixed

Shares = tuple[LimitShare, ...]
_TOLD_FROM: Final = 0.5
"""Percent points from which a share of futures is told to differ."""


@dataclass(frozen=True, slots=True)
class StateTold:
    """The state of most futures, the share in it, all shares, and how the baseline differs."""

    state: str
    share: str
    short_share: str
    shares: str
    difference: str


def state_told(
    level: Request,
    projection: Projection | None,
    baseline: Projection | None,
    year: int,
    reference: Reference = BASELINE,
) -> StateTold | None:
    """Return what is told of a year, None where its futures have not been counted.

    Shares are held against those of the baseline, or of the `reference` where that is another one.
    """
    shares, before = (_shares(level, each, year) for each in (projection, baseline))
    if not shares or not (before or reference.name):
        return None
    most, *_ = shares
    share = share_text(most.share)
    return StateTold(
        model_text(most.state.label),
        translate("Kpi", "in {share} of futures").format(share=share),
        translate("Kpi", "in {share}").format(share=share),
        translate("Kpi", "{year} mean, share of futures: {shares}").format(
            year=year, shares=shares_text(shares)
        ),
        _difference(most, before, reference) if before else "",
    )


def _shares(level: Request, projection: Projection | None, year: int) -> Shares:
    return limits_in(projection, level.element, year) if projection is not None else ()


def _difference(most: LimitShare, before: Shares, reference: Reference) -> str:
    mostly, *_ = before
    if mostly.state != most.state:
        text = translate("Kpi", "{reference}: {state}, {share}")
        state, share = model_text(mostly.state.label), share_text(mostly.share)
        return text.format(reference=short_name(reference), state=state, share=share)
    points = 100 * (most.share - mostly.share)
    if abs(points) < _TOLD_FROM:
        return as_it(reference)
    text = translate("Kpi", "{change} pt")
    return text.format(change=signed_fixed(points, 0, numerals()))
