"""What one run is to give: which scenarios, which series, which bands, of how many futures.

A frozen value; who runs it is `ui.engine.runner`, who wants it `ui.engine.live`.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from planner.ensemble.projection import (
    COMPARING,
    AnyView,
    Bands,
    PerFuture,
    Request,
    Sparse,
    inputs_of,
)
from planner.model.scenario import Scenario
from planner.model.targets.target import Target

if TYPE_CHECKING:
    from planner.ensemble.many import Choice

FUTURES_SOON: Final = 2**12
"""So many of its own futures are shown of a scenario that has very many, until all are there."""
VERY_MANY: Final = 2**14
"""More futures than these are chosen and run in many pieces, for seconds or minutes."""
_FUTURES_OF_BELIEF: Final = 1000
"""So many fit in memory, which two baselines that are held against each other have to."""


@dataclass(frozen=True, slots=True)
class Order:
    """One run that is wanted.

    The first scenario is the current one, the others are further visible ones; each is drawn with
    as many futures as it says, but with `futures` at most. `banded` are the requests that need
    bands too. While a hand moves these are `Sparse`, those `yearly` in one `december` or all. The
    baseline is drawn with the futures of the current scenario: its median is held against theirs.
    All are judged by the targets of the current scenario. Differences of all, the baseline's too,
    are taken `against` a scenario; None of the baseline under the assumptions of each.
    Of the current scenario the values of single futures come along that are asked `per_future`,
    where bands are.
    """

    scenarios: tuple[Scenario, ...]
    requests: tuple[Request, ...]
    banded: tuple[Request, ...]
    futures: int
    hurries: bool = False
    yearly: frozenset[Request] = frozenset()
    december: int | None = None
    against: Scenario | None = None
    per_future: tuple[PerFuture, ...] = ()

    @property
    def scenario(self) -> Scenario:
        """The current scenario."""
        return self.scenarios[0]

    @property
    def choice(self) -> "Choice":
        """Which futures the engine is asked for."""
        return "at hand" if self.hurries else "own"

    @property
    def targets(self) -> tuple[Target, ...]:
        """What every scenario is judged by; nothing while there are center lines alone."""
        return self.scenario.targets if self.banded else ()

    @property
    def one_by_one(self) -> tuple[PerFuture, ...]:
        """What is asked of single futures; nothing while there are center lines alone."""
        return self.per_future if self.banded else ()

    @property
    def bands(self) -> Bands:
        """What bands the engine is asked for."""
        return Sparse(self.banded, self.yearly, self.december) if self.yearly else self.banded

    @property
    def known(self) -> tuple[frozenset[Request], frozenset[Request], int | None]:
        """What a run of it knows: which bands, which of them yearly, in which December."""
        return frozenset(self.banded), self.yearly, self.december

    def for_belief(self) -> "Order":
        """Return the order for its differences alone, of as many futures as they need."""
        return replace(self.of(*COMPARING), futures=min(self.futures, _FUTURES_OF_BELIEF))

    def of(self, *views: AnyView) -> "Order":
        """Return the order for some views alone."""
        return replace(
            self,
            requests=_of(views, self.requests),
            banded=_of(views, self.banded),
            yearly=frozenset(_of(views, self.yearly)),
        )

    def is_run_by(self, before: "Order") -> bool:
        """Tell whether an answered order ran all of it: titles and targets alone are others."""
        has_all = set(self.banded) <= set(before.banded) and not before.hurries
        runs = [inputs_of(each) for each in self.scenarios]
        return (
            has_all
            and runs == [inputs_of(each) for each in before.scenarios]
            and (
                (self.requests, self.futures, self.yearly, self.december, self.against)
                == (before.requests, before.futures, before.yearly, before.december, before.against)
            )
        )

    @property
    def soon(self) -> "Order":
        """The same of some of very many futures; of fewer it is the order itself."""
        return replace(self, futures=FUTURES_SOON) if self.futures > VERY_MANY else self

    @property
    def is_whole(self) -> bool:
        """Whether nothing is left for later: all bands, of all futures, their own, monthly."""
        is_all = self.banded == self.requests and self.futures >= most_futures(self.scenarios)
        return is_all and not self.hurries and not self.yearly


def _of(views: Sequence[AnyView], requests: Iterable[Request]) -> tuple[Request, ...]:
    return tuple(each for each in requests if each.view in views)


def most_futures(scenarios: Sequence[Scenario]) -> int:
    """Return the futures of the scenario that says the most."""
    return max(scenario.futures for scenario in scenarios)
