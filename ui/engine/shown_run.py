"""What is on screen: one scenario's run beside its baseline and other scenarios, as one value.

Window, terminal and exports draw from the same frozen value, so that they show the same numbers. It
knows neither charts nor how anything is worded; who publishes it is `ui.engine.published`.
"""

from dataclasses import dataclass, replace
from typing import Final

from planner.ensemble.projection import Projection, breaches, inputs_of
from planner.model.scenario import Scenario
from planner.studies.cards import Card
from planner.studies.compare import is_paired
from planner.studies.events import Event
from planner.studies.key_figures import YEAR
from planner.studies.parts.belief import DEFAULT, believe_otherwise
from planner.studies.parts.reference import BASELINE, Reference

OTHERS_DRAWN: Final = 7
"""Scenarios that charts draw beside the first: each has a color of its own."""


@dataclass(frozen=True, slots=True, eq=False)
class ShownRun:
    """A scenario's run, its baseline's, other scenarios with their colors, and dated events.

    Colors are numbers of data colors: `own` is the one the scenario has beside others, which stand
    in the order of the list, `place` of them before the scenario itself. `document`
    is the key of the document it is a run of, empty outside the window. It `is_whole` where nothing
    is left for later: all bands, month by month, of all of the scenario's own futures.
    Differences are from the `reference`, which is one of the scenarios; None where each is from the
    baseline under its own assumptions.
    `default` is the baseline under default assumptions and figures, None where those of the
    scenario are; `belief` holds by how much its own baseline differs from that one.
    `year` is the one of which a picture gives an answer, `cards` what it tells beside a chart, each
    at a place of its own; the usual ones where there are none.
    """

    projection: Projection
    baseline: Projection
    others: tuple[tuple[Projection, int], ...] = ()
    events: tuple[Event, ...] = ()
    own: int = 0
    document: str = ""
    is_whole: bool = True
    place: int = 0
    default: Projection | None = None
    belief: Projection | None = None
    reference: Projection | None = None
    year: int = YEAR
    cards: tuple[Card, ...] = ()

    @property
    def scenario(self) -> Scenario:
        """The scenario that was run."""
        return self.projection.scenario

    @property
    def below(self) -> Projection:
        """The run that levels are held against: of the reference, else of the baseline."""
        return self.baseline if self.reference is None else self.reference

    @property
    def against(self) -> str:
        """What the reference is called; empty for the baseline."""
        return "" if self.reference is None else self.reference.scenario.title

    def is_reference(self, run: Projection) -> bool:
        """Tell whether a run is the one that others are held against."""
        return self.reference is not None and run.scenario == self.reference.scenario

    def reference_of(self, run: Projection) -> Reference:
        """Return what a run of these is held against, as it is said."""
        if self.reference is None:
            return BASELINE
        other = self.reference.scenario
        return Reference(
            self.against,
            is_itself=self.is_reference(run),
            is_paired=is_paired(run.scenario, other),
            last_year=other.last_year,
        )

    @property
    def held_beliefs(self) -> Scenario:
        """The scenario whose assumptions and figures are the usual ones here, where they differ."""
        return DEFAULT if self.reference is None else self.reference.scenario

    @property
    def is_of_several_beliefs(self) -> bool:
        """Whether scenarios beside each other do not all rest on the same assumptions and figures.

        The one that differences are from is among them, shown or not.
        """
        runs = (self.projection, *(other for other, _ in self.others))
        held = () if self.reference is None else (self.reference.scenario,)
        return bool(self.others and believe_otherwise((*held, *(run.scenario for run in runs))))

    @property
    def is_baseline(self) -> bool:
        """Whether it is the baseline itself, which differs from nothing by nothing."""
        is_own = self.reference is None and self.default is None
        return is_own and inputs_of(self.scenario) == inputs_of(self.baseline.scenario)

    @property
    def has_other_levers(self) -> bool:
        """Whether it has other levers than its baseline, so that both are worth drawing."""
        return self.scenario.levers != self.baseline.scenario.levers

    @property
    def projections(self) -> tuple[Projection, ...]:
        """Every run that is drawn: the scenario's first, the baseline's last."""
        return (self.projection, *(other for other, _ in self.others), self.baseline)

    @property
    def in_order(self) -> tuple[tuple[Projection, int], ...]:
        """The run of each scenario with its color, in the order of the list."""
        before, after = self.others[: self.place], self.others[self.place :]
        return (*before, (self.projection, self.own), *after)

    @property
    def first_drawn(self) -> "ShownRun":
        """The same with as few others as charts have colors for."""
        return replace(self, others=self.others[:OTHERS_DRAWN])

    @property
    def breaches(self) -> tuple[str, ...]:
        """Sentences on the runs that break a law of the model."""
        return breaches(self.projections)
