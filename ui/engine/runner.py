"""Runs orders on an engine of its own, in one thread, and keeps what it ran last.

What a scenario gives depends on nothing but its inputs, the requests and the number of futures; a
scenario none of which has changed is answered from what is kept. Qt is not needed here.
"""

from collections import OrderedDict
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from time import perf_counter
from typing import TYPE_CHECKING, Final, Protocol

from planner.ensemble.conditioning.description import PROVISIONAL
from planner.ensemble.met import judged
from planner.ensemble.progress import Steps, StoppedError, to_the_end
from planner.ensemble.projection import (
    COMPARING,
    Bands,
    PerFuture,
    PerFutureValues,
    Projection,
    Request,
    inputs_of,
)
from planner.model.scenario import Scenario, baseline_under
from planner.model.targets.target import Target
from planner.studies.compare import is_paired, months_of, unknown_from
from planner.studies.parts.belief import default_baseline, has_own_beliefs
from ui.engine.order import Order

if TYPE_CHECKING:
    from planner.ensemble.many import Choice

KEPT: Final = 16
_Key = tuple[Scenario, tuple[Request, ...], int, Scenario | None]


class Engine(Protocol):
    """What runs the model; one instance lives in one thread at a time."""

    def project(
        self,
        scenario: Scenario,
        requests: tuple[Request, ...],
        *,
        futures: int | None = None,
        bands: Bands = True,
        choice: "Choice" = "own",
        is_stale: Callable[[], bool] | None = None,
        targets: Sequence[Target] = (),
    ) -> Projection:
        """Run one scenario, and judge its futures by `targets`.

        `choice` tells whether its own futures are waited for. Raises StoppedError from long work
        that `is_stale`.
        """

    def steps(
        self,
        scenario: Scenario,
        requests: tuple[Request, ...],
        *,
        futures: int | None = None,
        bands: Bands = True,
        against: Scenario | None = None,
        choice: "Choice" = "own",
        targets: Sequence[Target] = (),
    ) -> Steps[Projection]:
        """Run one scenario, piece by piece; differences are taken `against` another one."""

    def per_future(
        self,
        scenario: Scenario,
        asked: Sequence[PerFuture],
        *,
        futures: int | None = None,
        against: Scenario | None = None,
        choice: "Choice" = "own",
    ) -> Steps[PerFutureValues | None]:
        """Return what single futures give; None of more than are kept."""

    def ready(self) -> bool:
        """Whether the compiled kernel is loaded."""

    def warm_up(self) -> str:
        """Compile or load the kernel; return why a slower engine serves, empty where none does."""


def model_engine() -> Engine:
    """Return an engine that runs the model, which is loaded only here: the window paints first."""
    from planner.ensemble.many import Projector

    return Projector()


@dataclass(frozen=True, slots=True)
class Answer:
    """What a run gave: a projection per scenario of the order, and the current one's baseline.

    Where the current one has beliefs of its own, `default` is the baseline under those by default,
    and `belief` holds what differs of the own baseline from it, future by future; None where the
    futures are not the same ones. `reference` is what differences are from, where that is not each
    one's baseline.
    """

    order: Order
    projections: tuple[Projection, ...]
    baseline: Projection
    seconds: float
    default: Projection | None = None
    belief: Projection | None = None
    reference: Projection | None = None

    @property
    def projection(self) -> Projection:
        """The projection of the current scenario."""
        return self.projections[0]

    @property
    def is_provisional(self) -> bool:
        """Whether some futures are those at hand, and not a scenario's own."""
        return any(_is_provisional(each) for each in (*self.projections, self.baseline))


@dataclass(frozen=True, slots=True)
class _Kept:
    projection: Projection
    banded: frozenset[Request]
    yearly: frozenset[Request]
    december: int | None
    asked: frozenset[PerFuture] = frozenset()

    @property
    def targets(self) -> tuple[Target, ...]:
        """What its futures are judged by."""
        return self.projection.met.targets if self.projection.met else ()

    def serves(self, order: Order) -> bool:
        """Tell whether it has an order's bands, of the scenario's own futures unless it hurries."""
        is_own = order.hurries or not _is_provisional(self.projection)
        has_all = self.banded.issuperset(order.banded) and has_months(self, order)
        return has_all and (is_own or not order.banded)


def has_months(kept: Order | _Kept, wanted: Order) -> bool:
    """Tell whether what is kept is known in the months that are wanted of each request."""
    has_december = not kept.yearly or kept.december in (None, wanted.december)
    return has_december and kept.yearly <= wanted.yearly


def _is_provisional(projection: Projection) -> bool:
    return projection.draws.kind == "provisional"


class Runner:
    """Runs orders; remembers the last projections."""

    def __init__(self, make_engine: Callable[[], Engine]) -> None:
        self._make_engine = make_engine
        self._engine: Engine | None = None
        self._is_stale: Callable[[], bool] | None = None
        self._kept: OrderedDict[_Key, _Kept] = OrderedDict()

    def run(self, order: Order, is_stale: Callable[[], bool] | None = None) -> Answer | None:
        """Run what has changed; return None where a long run `is_stale` before its end."""
        self._is_stale = is_stale
        try:
            return self._answer(order)
        except StoppedError:
            return None

    def _answer(self, order: Order) -> Answer:
        """Run the current scenario, the others, the baseline."""
        begin = perf_counter()
        against = None if order.against is None else inputs_of(order.against)
        below = baseline_under(order.scenario)
        beside = replace(order, per_future=())
        first = self._projection(order.scenario, order, against)
        runs = [self._projection(each, beside, against) for each in (*order.scenarios[1:], below)]
        default = belief = reference = None
        if order.against is not None:
            reference = self._projection(order.against, beside, against)
        if has_own_beliefs(order.scenario):
            usual = default_baseline(order.scenario)
            default = self._projection(usual, beside)
            if is_paired(usual, below):
                belief = self._projection(below, beside.for_belief(), usual)
        *scenarios, baseline = runs
        seconds = perf_counter() - begin
        return Answer(order, (first, *scenarios), baseline, seconds, default, belief, reference)

    def _projection(
        self, scenario: Scenario, order: Order, against: Scenario | None = None
    ) -> Projection:
        """Return what is kept, under the titles of today, or run the scenario."""
        futures = min(scenario.futures, order.futures)
        key = (inputs_of(scenario), order.requests, futures, against)
        kept = self._kept.pop(key, None)
        if kept is None or not kept.serves(order):
            kept = self._run(scenario, order, futures, against)
        elif kept.targets != order.targets:
            kept = replace(kept, projection=self._judged(kept.projection, order))
        if not kept.asked.issuperset(order.one_by_one):
            kept = self._with_futures(kept, order, against)
        self._kept[key] = kept
        while len(self._kept) > KEPT:
            self._kept.popitem(last=False)
        found = kept.projection
        return found if found.scenario == scenario else replace(found, scenario=scenario)

    def _judged(self, kept: Projection, order: Order) -> Projection:
        """Return what is kept, judged by the targets of an order: anew only where it has to be."""
        scenario, values = kept.scenario, kept.year_values
        if not order.targets:
            return replace(kept, met=None)
        if values is not None and values.has(order.targets):
            return replace(kept, met=judged(values, order.targets, scenario.last_year))
        run = self._engine_of_thread().project(
            scenario,
            (),
            futures=kept.futures,
            choice="at hand" if _is_provisional(kept) else "own",
            is_stale=self._is_stale,
            targets=order.targets,
        )
        return replace(kept, met=run.met, year_values=run.year_values)

    def _with_futures(self, kept: _Kept, order: Order, against: Scenario | None) -> _Kept:
        """Return what is kept with what is asked of single futures, as far as a run keeps them.

        Differences from a scenario with other ranges are those of other futures, and left out.
        """
        run = kept.projection
        is_alike = against is None or against.assumptions == run.scenario.assumptions
        asked = order.one_by_one
        told = tuple(each for each in asked if is_alike or each.request.view not in COMPARING)
        held = replace(against, last_year=run.scenario.last_year) if against and is_alike else None
        steps = self._engine_of_thread().per_future(
            run.scenario,
            told,
            futures=run.futures,
            against=held,
            choice="at hand" if _is_provisional(run) else "own",
        )
        values = to_the_end(steps, self._is_stale)
        return replace(kept, projection=replace(run, per_future=values), asked=frozenset(asked))

    def _engine_of_thread(self) -> Engine:
        if self._engine is None:
            self._engine = self._make_engine()
        return self._engine

    def _run(
        self, scenario: Scenario, order: Order, futures: int, against: Scenario | None
    ) -> _Kept:
        if against is None:
            run = self._plain(scenario, order, futures)
        elif not is_paired(scenario, against):
            run = unknown_from(self._plain(scenario, order, futures), 0)
        elif against.assumptions == scenario.assumptions:
            run = self._beside(scenario, order, futures, against, order.choice)
        else:
            run = self._of_two(scenario, order, futures, against)
        return _Kept(run, *order.known)

    def _of_two(
        self, scenario: Scenario, order: Order, futures: int, against: Scenario
    ) -> Projection:
        """Return levels of a scenario's own futures, differences of those that both have.

        While a hand moves these are its own: the run is provisional.
        """
        pairs = self._beside(scenario, order.of(*COMPARING), futures, against, order.choice)
        levels = order.of("absolute", "index")
        run = self._plain(scenario, levels, futures) if levels.requests else pairs
        draws = PROVISIONAL if order.hurries else run.draws
        return replace(run, series={**run.series, **pairs.series}, draws=draws)

    def _plain(self, scenario: Scenario, order: Order, futures: int) -> Projection:
        """Run a scenario beside its baseline."""
        return self._engine_of_thread().project(
            scenario,
            order.requests,
            futures=futures,
            bands=order.bands,
            choice=order.choice,
            is_stale=self._is_stale,
            targets=order.targets,
        )

    def _beside(
        self, scenario: Scenario, order: Order, futures: int, against: Scenario, choice: "Choice"
    ) -> Projection:
        """Run a scenario against another one than its baseline, as far as that one goes."""
        steps = self._engine_of_thread().steps(
            scenario,
            order.requests,
            futures=futures,
            bands=order.bands,
            against=replace(against, futures=scenario.futures, last_year=scenario.last_year),
            choice=choice,
            targets=order.targets,
        )
        run = to_the_end(steps, self._is_stale)
        goes_on = scenario.last_year > against.last_year
        return unknown_from(run, months_of(against)) if goes_on else run
