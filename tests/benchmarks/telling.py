"""How long it takes to look at futures one by one, and to say a run in words."""

from collections.abc import Callable
from typing import Final

from planner.ensemble.many import Projector
from planner.ensemble.progress import to_the_end
from planner.ensemble.projection import Request
from planner.model.scenario import Scenario, baseline_under, with_lever
from planner.studies.answers.about import About
from planner.studies.future.futures import Futures, futures_of
from planner.studies.future.one import number_at, one_future
from planner.studies.future.pinned import moved_in
from ui.wording.sentences.paragraph import Told, paragraph, paragraph_requests

Work = Callable[[], object]

_ABOUT: Final = About("enterprises", "", 2030)
_PLACE: Final = ("chengdu",)


def futures_month_by_month() -> Work:
    """Return reading 1,000 futures and telling of one, each time under other levers."""
    engine, calls = Projector(), [0]

    def run() -> object:
        calls[0] += 1
        found = _futures(engine, _moved(calls[0]))
        return one_future(found, number_at(found, 0.9))

    return run


def one_future_in_a_drag() -> Work:
    """Return the run of one picked future, each time under other levers."""
    engine, calls = Projector(), [0]
    found = _futures(engine, _moved(0))

    def run() -> object:
        calls[0] += 1
        held = moved_in(found, 5, _moved(calls[0]))
        return engine.project(held, (_ABOUT.request(), _ABOUT.request("difference")), bands=False)

    return run


def paragraph_of_a_place() -> Work:
    """Return saying in words what a run holds of one place."""
    engine, scenario = Projector(), with_lever(Scenario(), "voucher_budget.chengdu", 160)
    own = (Request(*_ABOUT.pair), Request(*_ABOUT.pair, "difference"))
    asked = tuple(dict.fromkeys((*own, *paragraph_requests(_PLACE))))
    run, below = (engine.project(each, asked) for each in (scenario, baseline_under(scenario)))
    told = Told(run, below, areas=_PLACE)
    return lambda: paragraph(told)


def _futures(engine: Projector, scenario: Scenario) -> Futures:
    return to_the_end(futures_of(engine, scenario, _ABOUT))


def _moved(call: int) -> Scenario:
    return with_lever(Scenario(title="Changed"), "network_build_time", 2 + 0.001 * call)
