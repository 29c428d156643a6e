"""Why a chart says "unbounded" or "undefined": sentences for what it draws; no Qt."""

from typing import Final

import numpy as np

from planner.model.graph import model
from ui.charts.contents.picture import ChartPicture
from ui.charts.contents.specs import spec_of

_OF_VIEWS: Final = {
    "difference": "There is no difference where scenario and baseline are both unbounded.",
    "percent": "There is no percentage of a baseline that is zero, unbounded or undefined.",
    "index": "There is no “Start = 100” where the first month is zero, unbounded or undefined.",
}

_OF_REFERENCE: Final = {
    "difference": "There is no difference from {scenario} where both are unbounded, where that "
    "scenario ends, and where its futures are others.",
    "percent": "There is no percentage of {scenario} where it is zero, unbounded or undefined, "
    "where it ends, and where its futures are others.",
}


def reasons_of(picture: ChartPicture) -> tuple[str, ...]:
    """Return the sentences that say where values of a picture are no numbers; none if all are."""
    drawn = [curve for curve in picture.curves if curve.request is not None]
    if all(np.isfinite(curve.line).all() for curve in drawn):
        return ()
    outcomes = [model().outcomes[key] for key in spec_of(picture.setting).outcomes]
    view = picture.setting.view
    concerns = view != "difference" or any(outcome.may_be_unbounded for outcome in outcomes)
    of_view = _OF_VIEWS.get(view, "") if concerns else ""
    if picture.against:
        of_view = _OF_REFERENCE.get(view, of_view).format(scenario=picture.against)
    sentences = (*(outcome.no_number for outcome in outcomes), of_view)
    return tuple(dict.fromkeys(sentence for sentence in sentences if sentence))
