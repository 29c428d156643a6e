"""Why a chart says "unbounded" or "undefined": sentences for what it draws; no Qt."""

import numpy as np

from planner.model.graph import model
from planner.quantities.told.labels import model_text
from planner.storage.sentences.catalog import translate
from ui.charts.contents.picture import ChartPicture
from ui.charts.contents.specs import spec_of


def reasons_of(picture: ChartPicture) -> tuple[str, ...]:
    """Return the sentences that say where values of a picture are no numbers; none if all are."""
    drawn = [curve for curve in picture.curves if curve.request is not None]
    if all(np.isfinite(curve.line).all() for curve in drawn):
        return ()
    outcomes = [model().outcomes[key] for key in spec_of(picture.setting).outcomes]
    view = picture.setting.view
    concerns = view != "difference" or any(outcome.may_be_unbounded for outcome in outcomes)
    of_view = _of_views().get(view, "") if concerns else ""
    if picture.against:
        of_view = _of_reference().get(view, of_view).format(scenario=picture.against)
    of_outcomes = (model_text(each.no_number) for each in outcomes if each.no_number)
    return tuple(dict.fromkeys(filter(None, (*of_outcomes, of_view))))


def _of_views() -> dict[str, str]:
    """Return by view why there is no number beside the baseline."""
    return {
        "difference": translate(
            "Reasons", "No difference can be given where scenario and baseline are both unbounded."
        ),
        "percent": translate(
            "Reasons", "There is no percentage of a baseline that is zero, unbounded or undefined."
        ),
        "index": translate(
            "Reasons",
            "There is no “Start = 100” where the first month is zero, unbounded or undefined.",
        ),
    }


def _of_reference() -> dict[str, str]:
    """Return by view why there is no number beside another scenario."""
    return {
        "difference": translate(
            "Reasons",
            "No difference from {scenario} can be given where both are unbounded, where that "
            "scenario ends, and where its futures are others.",
        ),
        "percent": translate(
            "Reasons",
            "There is no percentage of {scenario} where it is zero, unbounded or undefined, where "
            "it ends, and where its futures are others.",
        ),
    }
