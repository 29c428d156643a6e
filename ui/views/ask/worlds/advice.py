"""What the card on worlds asks: scenarios in several worlds, and two outcomes in one of them.

The worlds are not run again where only the second outcome or its world is another one. Floor:
views.
"""

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from planner.ensemble.progress import Steps, as_part
from planner.model.outcome import Better
from planner.model.scenario import Scenario, baseline_under
from planner.model.targets.target import Target
from planner.quantities.told.titles import shown_title
from planner.studies.answers.about import About
from planner.studies.survive.survival import Survival
from planner.studies.survive.surviving import SurviveError, surviving
from planner.studies.survive.tradeoff import TradeOff, trading_off
from planner.studies.survive.worlds import World
from ui.engine.shown_run import ShownRun
from ui.wording.answers.survive import left_out_sentence

if TYPE_CHECKING:
    from planner.ensemble.many import Projector

_OF_WORLDS: Final = 0.8
"""Share of the work that the worlds were measured to take."""


@dataclass(frozen=True, slots=True)
class Advice:
    """Scenarios, each with the number of its color, and the worlds that they are put into.

    `left_out` names those on screen that end before the year.
    """

    scenarios: tuple[Scenario, ...]
    colors: tuple[int, ...]
    about: About
    better: Better
    targets: tuple[Target, ...]
    among: tuple[World, ...]
    left_out: tuple[str, ...] = ()

    @property
    def left_out_text(self) -> str:
        """Which scenarios are left out, and why."""
        return left_out_sentence(self.left_out, self.about.year)


@dataclass(frozen=True, slots=True)
class Weighed:
    """The outcome that the first one is weighed against, what is better of it, and in a world."""

    about: About
    better: Better
    world: World


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is to be told; `known` is what is known of the worlds already."""

    advice: Advice
    weighed: Weighed
    known: Survival | None = field(default=None, compare=False)

    def steps(self, engine: "Projector") -> Steps["Told"]:
        """Return both studies, one after the other. Raises SurviveError as the first one does."""
        survival = self.known
        if survival is None:
            survival = yield from as_part(self._surviving(engine), 0, _OF_WORLDS)
        asked, weighed = self.advice, self.weighed
        points = trading_off(
            engine,
            asked.scenarios,
            (asked.about, weighed.about),
            (asked.better, weighed.better),
            weighed.world,
        )
        begun = 0.0 if self.known else _OF_WORLDS
        try:
            return Told(self, survival, (yield from as_part(points, begun, 1)))
        except SurviveError as error:
            return Told(self, survival, None, str(error))

    def _surviving(self, engine: "Projector") -> Steps[Survival]:
        asked = self.advice
        return surviving(
            engine,
            asked.scenarios,
            asked.about,
            better=asked.better,
            targets=asked.targets,
            among=asked.among,
        )


@dataclass(frozen=True, slots=True)
class Told:
    """What was wanted, and what was found of it; `missing` says why there are no points."""

    wanted: Wanted
    survival: Survival
    points: TradeOff | None
    missing: str = ""


def with_levers(
    shown: ShownRun, year: int
) -> tuple[tuple[tuple[Scenario, int], ...], tuple[str, ...]]:
    """Return the drawn scenarios with levers of their own, each with the number of its color.

    Beside them stand the titles of those that end before the year, which are left out.
    """
    drawn = [
        (run.scenario, color)
        for run, color in shown.in_order
        if run.scenario.levers != baseline_under(run.scenario).levers
    ]
    reaching = tuple(pair for pair in drawn if pair[0].last_year >= year)
    return reaching, tuple(shown_title(each.title) for each, _ in drawn if each.last_year < year)
