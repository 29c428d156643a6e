"""What is wanted of an outcome: a level or another scenario, in which share, by which levers.

A frozen record; the fields of the card say it, and the usual one stands in them first.
Floor: views.
"""

from dataclasses import dataclass, replace
from math import floor, isfinite, log10
from typing import Final

from planner.model.graph import model
from planner.model.indices import AREAS, address, split_address
from planner.model.scenario import Scenario
from planner.model.targets.target import TargetSense
from planner.studies.answers.about import About
from planner.studies.solve.handle import Handle, handle_of
from ui.engine.shown_run import ShownRun

USUAL_SHARE: Final = 0.8
EQUAL_SHARE: Final = 0.5
_VOUCHERS: Final = "voucher_budget"
_CENTERS: Final = "center_sellable_target"
_OF_VOUCHERS: Final = ("enterprises", "vouchers")


@dataclass(frozen=True, slots=True)
class Wish:
    """At least or at most a level, or as much as the document `other` has, by its key.

    `share` is that of futures, `levers` are handles by name, `bounds` those of which other bounds
    than the usual ones were given.
    """

    sense: TargetSense
    level: float
    share: float
    levers: tuple[str, ...]
    other: str = ""
    bounds: tuple[Handle, ...] = ()

    def handle(self, name: str) -> Handle:
        """Return a lever with its bounds. Raises SolveError or ScenarioError for none."""
        given = next((each for each in self.bounds if each.name == name), None)
        return given or handle_of(name)

    def within(self, handle: Handle) -> "Wish":
        """Return the wish with other bounds of a lever."""
        others = tuple(each for each in self.bounds if each.name != handle.name)
        return replace(self, bounds=(*others, handle))

    def beside(self, other: str) -> "Wish":
        """Return the wish for as much as another document has, in half of the futures."""
        return replace(self, sense="at least", other=other, share=EQUAL_SHARE)


def of_number(
    wish: Wish,
    *,
    sense: TargetSense | None = None,
    level: float | None = None,
    share: float | None = None,
    keeps_other: bool = False,
) -> Wish:
    """Return the wish with another sense, level or share, for a number unless it keeps the other.

    From a scenario back to a number, the share is the usual one again.
    """
    had_other = bool(wish.other) and not keeps_other
    return replace(
        wish,
        sense=sense or wish.sense,
        level=wish.level if level is None else level,
        share=(USUAL_SHARE if had_other else wish.share) if share is None else share,
        other=wish.other if keeps_other else "",
    )


def usual_wish(about: About, run: ShownRun, before: Wish | None) -> Wish:
    """Return what is asked first of an outcome: its target, or a round level near what it has.

    Levers and share that were chosen stay.
    """
    levers = (usual_lever(about, run.scenario),) if before is None else before.levers
    bounds = () if before is None else before.bounds
    share = USUAL_SHARE if before is None or before.other else before.share
    for target in run.scenario.targets:
        is_it = (target.outcome, target.element, target.year) == (*about.pair, about.year)
        if is_it and isinstance(target.level, float | int):
            return Wish(target.sense, float(target.level), share, levers, bounds=bounds)
    return Wish("at least", _round_level(about, run), share, levers, bounds=bounds)


def usual_lever(about: About, scenario: Scenario) -> str:
    """Return the lever that is asked about first: one that is changed, else one of the subject.

    One that is changed in several areas is meant in all of them.
    """
    changed = [name for name, setting in scenario.levers if isinstance(setting, float | int)]
    if changed:
        key, _ = split_address(changed[0])
        alike = [name for name in changed if split_address(name)[0] == key]
        return key if len(alike) > 1 else changed[0]
    if model().outcomes[about.outcome].group not in _OF_VOUCHERS:
        return _CENTERS
    return address(_VOUCHERS, about.element) if about.element in AREAS else _VOUCHERS


def _round_level(about: About, run: ShownRun) -> float:
    """Return a round level near the median of the run; 0 where that is no number."""
    series = run.projection.series.get(about.request())
    now = float("nan") if series is None else float(series.line[about.month])
    if not isfinite(now) or now == 0:
        return 0.0
    size = 10.0 ** (floor(log10(abs(now))) - 1)
    return float(f"{round(now / size) * size:.12g}")
