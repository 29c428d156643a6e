"""A step of a story as it is run for paper: its charts, its year and the runs that they show.

It runs the model, so that it belongs in a thread of its own; nothing is laid out. Floor: print.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Final, get_args

from planner.ensemble.progress import Steps, as_part
from planner.ensemble.projection import VIEWS, Projection, Request, View
from planner.model.presented.presented import Presented
from planner.model.presented.step import Shown
from planner.model.scenario import Scenario, baseline_under
from planner.model.story.states import StoryStep, with_state
from planner.quantities.unit_system import BASE, Compute, Money, UnitSystem
from planner.studies.compare import choice_of, run_against
from planner.studies.events import events, exhaustion_requests
from planner.studies.key_figures import YEAR
from ui.charts.contents.effect import effect_requests
from ui.charts.contents.limits import limit_requests
from ui.charts.contents.specs import ChartSetting, default_settings, requests_for, seen_as
from ui.charts.kept.charts import ALONE, charts_in
from ui.engine.shown_run import ShownRun
from ui.style.theme import LIGHT

if TYPE_CHECKING:
    from planner.ensemble.many import Projector

_THREE: Final = "1 x 3"
Others = Sequence[tuple[Scenario, int]]
"""Scenarios beside another, each with the number of its color."""


@dataclass(frozen=True, slots=True)
class Usual:
    """What a step shows where it does not say, and the scenarios beside it with their colors.

    `open` are all scenarios that are open, by what they are called, with their colors: those that
    a step keeps are drawn in these.
    """

    charts: tuple[ChartSetting, ...] = field(default_factory=default_settings)
    view: View = "absolute"
    year: int = YEAR
    units: UnitSystem = BASE
    others: tuple[tuple[Scenario, int], ...] = ()
    own: int = 0
    open: tuple[tuple[str, Scenario, int], ...] = ()


@dataclass(frozen=True, slots=True)
class Scene:
    """A step, and the scenario whose story it is of."""

    scenario: Scenario
    step: StoryStep


@dataclass(frozen=True, slots=True, eq=False)
class Slide:
    """A step as it was run: `number` of `count`, counted from 1."""

    step: StoryStep
    number: int
    count: int
    run: ShownRun
    charts: tuple[ChartSetting, ...]
    units: UnitSystem
    strips: bool


def slide_of(
    scenes: Sequence[Scene], number: int, usual: Usual, projector: "Projector"
) -> Steps[Slide]:
    """Run a scene, counted from 0, and return its slide; yields the share that is done."""
    scene = scenes[number]
    shown, charts = scene.step.shown, charts_of(scene.step.shown, usual)
    run = yield from _run(_drawn(scene, usual), charts, usual.own, projector)
    run = replace(run, year=min(shown.year or usual.year, run.scenario.last_year))
    told_in, strips = _units(shown, usual.units), shown.strips is not False
    return Slide(scene.step, number + 1, len(scenes), run, charts, told_in, strips)


def _units(shown: Shown, usual: UnitSystem) -> UnitSystem:
    """Return the units of a step, those that are usual where it says none that are known."""
    money = (each for each in get_args(Money) if each == shown.money)
    compute = (each for each in get_args(Compute) if each == shown.compute)
    return UnitSystem(next(money, usual.money), next(compute, usual.compute))


def charts_of(shown: Shown, usual: Usual) -> tuple[ChartSetting, ...]:
    """Return the charts that a window would show, in the view of the step."""
    charts = usual.charts if shown.charts is None else charts_in(shown.charts)
    view = next((each for each in VIEWS if each == shown.view), usual.view)
    arrangement = shown.arrangement or ""
    seen = tuple(seen_as(each, view=view) for each in charts)
    number = arrangement.removeprefix(ALONE)
    if number in {str(place) for place in range(1, len(seen) + 1)}:
        return (seen[int(number) - 1],)
    return seen[:3] if arrangement == _THREE else seen


def _scenario(scene: Scene) -> Scenario:
    """Return the scenario in the state of its step; of all it presents the notes on charts."""
    made = with_state(scene.scenario, scene.step.state)
    return replace(made, presented=Presented(pinned=made.presented.pinned))


def _others(scene: Scene, usual: Usual) -> Others:
    """Return the scenarios that a step keeps beside it, those of now where it keeps none.

    They are drawn in the states that it keeps, each in a color of its own.
    """
    if scene.step.beside is None:
        title = scene.scenario.title
        return [(each, color) for each, color in usual.others if each.title != title]
    scenarios = {title: scenario for title, scenario, _ in usual.open}
    colors = {title: color for title, _, color in usual.open}
    taken, others = {usual.own}, []
    for each in scene.step.beside:
        named = scenarios.get(each.title, Scenario(title=each.title))
        free = (color for color in range(len(LIGHT.data)) if color not in taken)
        color = colors.get(each.title, usual.own)
        color = next(free, color) if color in taken else color
        taken.add(color)
        others.append((with_state(named, each.state), color))
    return others


@dataclass(frozen=True, slots=True)
class _Drawn:
    """What a step draws: its scenario, those beside it, and the one that all are held against.

    That is one of them, None where each is held against its own baseline.
    """

    scenario: Scenario
    others: Others
    against: Scenario | None


def _drawn(scene: Scene, usual: Usual) -> _Drawn:
    """Return what is drawn of a scene, in the states that it keeps."""
    scenario, others, against = _scenario(scene), _others(scene, usual), scene.step.shown.against
    titles = (scene.scenario.title, *(each.title for each in scene.step.beside or ()))
    named = dict(zip(titles, (scenario, *(each for each, _ in others)), strict=False))
    return _Drawn(scenario, others, named.get(against) if against else None)


def _run(
    drawn: _Drawn, charts: Sequence[ChartSetting], own: int, projector: "Projector"
) -> Steps[ShownRun]:
    """Run a scenario, its baseline and those beside it, on the same draws."""
    scenario, others, against = drawn.scenario, drawn.others, drawn.against
    scenarios = (scenario, baseline_under(scenario), *(each for each, _ in others))
    choice, requests = choice_of(scenarios), tuple(dict.fromkeys(_requests(charts)))
    runs: list[Projection] = []
    for number, each in enumerate(scenarios):
        steps = projector.steps(each, requests, choice=choice, targets=scenario.targets)
        if against is not None:
            steps = run_against(projector, each, requests, against, choice, scenario.targets)
        share = number / len(scenarios), (number + 1) / len(scenarios)
        runs.append((yield from as_part(steps, *share)))
    first, baseline, *beside = runs
    colors = (color for _, color in others)
    told = tuple(zip(beside, colors, strict=True))
    reference = None if against is None else runs[scenarios.index(against)]
    return ShownRun(first, baseline, told, events(first), own=own, reference=reference)


def _requests(charts: Sequence[ChartSetting]) -> Iterator[Request]:
    """Yield the series that charts show, in levels too: values are told under their titles."""
    yield from exhaustion_requests()
    for each in charts:
        yield from requests_for(each)
        yield from requests_for(seen_as(each, view="absolute"))
        yield from effect_requests(each)
        yield from limit_requests(each)
