"""What is wanted of an outcome: a level, another scenario or targets, how often, by which levers.

A frozen record; the fields of the card say it, and the usual one stands in them first.
Floor: views.
"""

from dataclasses import dataclass, replace
from math import floor, isfinite, log10
from typing import Final

from planner.model.graph import model
from planner.model.indices import AREAS, address, split_address
from planner.model.scenario import Scenario
from planner.model.targets.target import Target, TargetSense, years_judged
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

    `targets` of the scenario are wanted in place of a level, all together. `share` is that of
    futures, `levers` are handles by name, `bounds` those of which other bounds than the usual ones
    were given. A level that `is_typed` stands in other years and scenarios, too.
    """

    sense: TargetSense
    level: float
    share: float
    levers: tuple[str, ...]
    other: str = ""
    bounds: tuple[Handle, ...] = ()
    targets: tuple[Target, ...] = ()
    is_typed: bool = False

    @property
    def every_year(self) -> Target | None:
        """What is wanted in every year where that is one number; None where it is not."""
        match self.targets:
            case (Target(level=float() | int(), year=None) as target,):
                return target
        return None

    @property
    def handles(self) -> tuple[Handle, ...]:
        """The levers between their bounds. Raises SolveError or ScenarioError for none."""
        given = {each.name: each for each in self.bounds}
        return tuple(given.get(name) or handle_of(name) for name in self.levers)

    def within(self, handle: Handle) -> "Wish":
        """Return the wish with other bounds of a lever."""
        others = tuple(each for each in self.bounds if each.name != handle.name)
        return replace(self, bounds=(*others, handle))

    def beside(self, other: str, sense: TargetSense = "at least") -> "Wish":
        """Return the wish for as much as another document has, in half of the futures."""
        return replace(self, sense=sense, other=other, share=EQUAL_SHARE, targets=())

    def of_number(self, *, sense: TargetSense | None = None, level: float | None = None) -> "Wish":
        """Return the wish for a number; from a scenario back to one, the share is the usual one."""
        return replace(
            self,
            sense=sense or self.sense,
            level=self.level if level is None else level,
            share=USUAL_SHARE if self.other else self.share,
            other="",
            targets=(),
        )

    def at_level(self, level: float) -> "Wish":
        """Return the wish with a level that was typed, in every year where that was wanted."""
        wish, target = self.of_number(level=level), self.every_year
        targets = () if target is None else (replace(target, level=level),)
        return replace(wish, targets=targets, is_typed=True)

    def of_targets(self, targets: tuple[Target, ...]) -> "Wish":
        """Return the wish for targets; a number at a year alone is that number."""
        match targets:
            case (Target(sense=sense, level=float() | int() as level, year=year),):
                number = replace(self.of_number(sense=sense, level=float(level)), is_typed=False)
                return number if year is not None else replace(number, targets=targets)
        return replace(self.of_number(), targets=targets, is_typed=False)


def usual_wish(about: About, run: ShownRun, before: Wish | None, was: About | None = None) -> Wish:
    """Return what is asked first of an outcome: its target, or a round level near what it has.

    Levers and share that were chosen stay, and so do another scenario and targets that were, and a
    level that was typed for the same outcome, whatever year `was` asked about.
    """
    scenario = run.scenario
    if before is None:
        before = Wish("at least", 0.0, USUAL_SHARE, (usual_lever(about, scenario),))
    if before.is_typed and was is not None and was.pair == about.pair:
        return before
    own = [each for each in scenario.targets if (each.outcome, each.element) == about.pair]
    if before.other:
        return replace(before, level=_round_level(about, run))
    if set(before.targets) <= set(scenario.targets) and set(before.targets) & set(own):
        return before
    at_year = [each for each in own if each.year == about.year]
    others = [each for each in own if each.year is None]
    for target in (*at_year, *others):
        if about.year in years_judged(target, scenario.last_year):
            return before.of_targets((target,))
    wish = before.of_number(sense="at least", level=_round_level(about, run))
    return replace(wish, is_typed=False)


def is_still_meant(wish: Wish, about: About, before: Scenario, after: Scenario) -> bool:
    """Tell whether a wish stands after a scenario became another one.

    One that is for a target of the scenario goes with it, unless its level was typed.
    """
    if wish.is_typed:
        return True
    if wish.targets:
        return set(wish.targets) <= set(after.targets)
    meant = Target(about.outcome, wish.sense, wish.level, about.element, about.year)
    return bool(wish.other) or meant not in before.targets or meant in after.targets


def has_level(about: About, run: ShownRun) -> bool:
    """Tell whether a run has brought what an outcome gives, of which a usual level is made."""
    return about.request() in run.projection.series


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
