"""How long it takes to tell what matters: live from the futures at hand, and by runs of its own."""

from collections.abc import Callable

from planner.ensemble.many import Projector
from planner.ensemble.progress import to_the_end
from planner.model.scenario import Scenario, with_lever
from planner.studies.answers.about import About
from planner.studies.matters.first_order import asked, matters_of
from planner.studies.matters.tornado import tornado
from planner.studies.matters.totals import totals

Work = Callable[[], object]

_ABOUT = About("used_compute", "", 2030)
_SCENARIO = with_lever(Scenario(), "alibaba_plan", 760)


def live_shares() -> Work:
    """Return the shares of 67 assumptions in 11 years, from 1,000 futures that are at hand."""
    values = to_the_end(Projector().per_future(_SCENARIO, asked(_ABOUT)))
    if values is None:
        raise ValueError("a run of 1,000 futures is kept")

    def run() -> object:
        return matters_of(_SCENARIO, _ABOUT, values)

    return run


def each_alone() -> Work:
    """Return the tornado of all assumptions and levers."""
    return lambda: to_the_end(tornado(_SCENARIO, _ABOUT))


def total_shares() -> Work:
    """Return total shares of all assumptions with 2,048 points, of all outcomes."""
    return lambda: to_the_end(totals(_SCENARIO))
