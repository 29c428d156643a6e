"""Runs scenarios for the terminal: on the compiled model, so that numbers repeat exactly.

Where no compiled model can run, it says so, and the interpreter serves.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from planner.ensemble.many import Choice, Projector, all_requests
from planner.ensemble.projection import Projection, Request, breaches
from planner.files.exports.sheets.comparison_sheet import comparison_requests
from planner.model.graph import model
from planner.model.scenario import FIRST_YEAR, Scenario, baseline_under
from planner.model.sums import sums_of
from planner.model.targets.target import Target
from planner.quantities.told.titles import shown_title
from planner.storage.sentences.catalog import translate
from planner.storage.sentences.file_error import one_line
from planner.studies.combination import (
    Combination,
    combination,
    combinations_of,
    combined,
    years_of,
)
from planner.studies.compare import Changes, Pair, changes, choice_of, run_against
from planner.studies.comparison import Comparison, by_outcome, by_year, compared
from planner.studies.explain.behind import behind
from planner.studies.key_figures import YEAR
from planner.studies.parts.belief import Parts, parts
from ui.process.output import complain, note
from ui.terminal.progress import driven
from ui.terminal.tables.figures import key_figures_told
from ui.terminal.tables.in_words import levels_in_words
from ui.terminal.tables.summary import summary_requests
from ui.terminal.writing.drawing import Subject
from ui.wording.sentences.paragraph import Told, changes_of


@dataclass(frozen=True, slots=True)
class Held:
    """How runs are drawn, by which targets they are judged, and what they are held against.

    Against None each is held against the baseline under its own assumptions.
    """

    choice: Choice
    targets: Sequence[Target] = ()
    against: Scenario | None = None


def projector() -> Projector:
    """Return a projector whose kernel is loaded; compiling it the first time takes a while."""
    made = Projector()
    if not made.ready():
        note(translate("Terminal", "Preparing the model; the first time takes some seconds."))
        why_slow = made.warm_up()
        if why_slow:
            text = translate(
                "Terminal",
                "the compiled model cannot run here: {why}; the slow engine computes instead, and "
                "its numbers agree to a millionth of their range",
            )
            complain(text.format(why=why_slow))
    return made


def projections_of(
    scenarios: Sequence[Scenario],
    used: Projector,
    *,
    draws_charts: bool = False,
    about: Subject,
    compares: bool = False,
) -> list[Projection]:
    """Return every outcome of each scenario, and the key figures against its baseline.

    Against the first scenario in place of it where the subject says so. Key figures are told of its
    areas too, and of all others together. Where charts are drawn, what stands in their strips as
    well, and every difference where a table `compares` the runs.
    All are judged by the targets of the first. Scenarios that differ in ranges are drawn with the
    same random numbers. Says in a line on standard error where a run breaks a law of the model, or
    few futures agree with what was measured.
    """
    areas = about.areas
    requests = _requests(draws_charts=draws_charts, about=about)
    if compares:
        requests = tuple(dict.fromkeys((*requests, *comparison_requests(sums_of(areas)))))
    asked = scenarios
    held = Held(choice_of(asked), asked[0].targets, asked[0] if about.is_against else None)
    found = [_projection(used, scenario, requests, held) for scenario in asked]
    for projection in found:
        if projection.draws.warning:
            complain(_of_scenario(projection.scenario, projection.draws.warning))
        _tell_breaches(projection, used)
    return found


def _requests(*, draws_charts: bool, about: Subject) -> tuple[Request, ...]:
    areas, more = about.areas, _drawn(about) if draws_charts else ()
    return tuple(dict.fromkeys((*all_requests(sums_of(areas)), *summary_requests(areas), *more)))


def _drawn(about: Subject) -> tuple[Request, ...]:
    """Return what charts of some areas and a report show besides; this loads Qt."""
    areas = about.areas
    from ui.charts.contents.effect import effect_requests
    from ui.charts.contents.scopes import settings_in
    from ui.print.report.columns import report_requests
    from ui.print.report.parts import Asked

    strips = [each for setting in settings_in(areas) for each in effect_requests(setting)]
    return (*strips, *report_requests(Asked(areas=areas, cards=about.cards)))


def changes_from_first(scenarios: Sequence[Scenario], used: Projector) -> list[Changes]:
    """Return what each scenario but the first changes in the key figures, future by future."""
    first, *others = scenarios
    choice, text = choice_of(scenarios), translate("Terminal", "comparing: {scenario}")
    return [
        driven(
            changes(used, first, other, key_figures_told(), choice),
            text.format(scenario=shown_title(one_line(other.title))),
        )
        for other in others
    ]


def compared_by_year(scenarios: Sequence[Scenario], pair: Pair, used: Projector) -> Comparison:
    """Return one outcome of each scenario in each year, and what it differs by from the first."""
    years = range(FIRST_YEAR, max(each.last_year for each in scenarios) + 1)
    steps = compared(used, scenarios, by_year(*pair, years), reference=0)
    return driven(steps, translate("Terminal", "comparing by year"))


def compared_at(scenarios: Sequence[Scenario], year: int, used: Projector) -> Comparison:
    """Return the key figures of each scenario in one year, and what they differ by."""
    steps = compared(used, scenarios, by_outcome(key_figures_told(), year), reference=0)
    return driven(steps, translate("Terminal", "comparing"))


def combined_in(
    scenarios: Sequence[Scenario], asked: Pair | None, used: Projector, year: int = YEAR
) -> tuple[Combination, ...]:
    """Return what scenarios that combine others give only together.

    Of the key figures in one year that all know, or of one outcome in each.
    """
    known = years_of(scenarios)
    years = (min(year, known[-1]),) if asked is None else known
    pairs = _added_up() if asked is None else (asked,)
    text = translate("Terminal", "adding up parts")
    return tuple(
        each
        for found in combined(scenarios)
        for each in driven(combination(used, scenarios, found, pairs, years), text)
    )


def combined_by_year(scenarios: Sequence[Scenario], used: Projector) -> tuple[Combination, ...]:
    """Return the same of the key figures in every year that all know."""
    text = translate("Terminal", "adding up parts")
    return driven(combinations_of(used, scenarios, _added_up()), text)


def _added_up() -> tuple[Pair, ...]:
    """Return the key figures that are told; what is counted cannot be added up."""
    outcomes = model().outcomes
    return tuple(pair for pair in key_figures_told() if not outcomes[pair[0]].is_counted)


def apart_of(scenario: Scenario, used: Projector) -> Parts:
    """Return what assumptions and what levers change in the key figures."""
    return driven(
        parts(used, scenario, _added_up()), translate("Terminal", "telling assumptions from levers")
    )


def _tell_breaches(projection: Projection, used: Projector) -> None:
    """Say where the run breaks a law of the model, or the baseline's line it is held against."""
    below = baseline_under(projection.scenario)
    baseline = used.project(below, summary_requests()[:1], bands=False)
    for sentence in breaches((projection, baseline)):
        is_own = projection.breach is not None and sentence == projection.breach.sentence
        complain(_of_scenario(projection.scenario, sentence) if is_own else sentence)


def _of_scenario(scenario: Scenario, sentence: str) -> str:
    """Return a sentence with the scenario in front of it that it is about."""
    text = translate("Terminal", "{scenario}: {sentence}")
    return text.format(scenario=shown_title(scenario.title), sentence=sentence)


def baselines_of(
    scenarios: Sequence[Scenario], used: Projector, about: Subject, *, compares: bool = False
) -> list[Projection]:
    """Return every outcome of the baseline under each scenario's assumptions, sums of areas too.

    Where a table `compares` the runs, what it differs by from the first scenario, if that is asked.
    """
    below, sums = tuple(map(baseline_under, scenarios)), sums_of(about.areas)
    held = Held(choice_of(below), scenarios[0].targets, scenarios[0] if about.is_against else None)
    compared = comparison_requests(sums) if compares and about.is_against else ()
    asked = (*all_requests(sums), *summary_requests(about.areas), *compared)
    return [_projection(used, each, tuple(dict.fromkeys(asked)), held) for each in below]


def judged_baseline(scenario: Scenario, used: Projector) -> Projection:
    """Return the baseline under a scenario's assumptions, judged by its targets and no more."""
    below = baseline_under(scenario)
    return _projection(used, below, (), Held(choice_of((scenario,)), scenario.targets))


def told_baseline(scenario: Scenario, used: Projector, areas: tuple[str, ...]) -> Projection:
    """Return the baseline that the sentences on a scenario hold it against."""
    below = baseline_under(scenario)
    return _projection(used, below, levels_in_words(areas), Held(choice_of((scenario,))))


def with_reasons(told: Told) -> Told:
    """Return what is told of a run with what is behind its changes."""
    return replace(
        told,
        behind=driven(behind(changes_of(told)), translate("Terminal", "asking what is behind it")),
    )


def _projection(
    used: Projector,
    scenario: Scenario,
    requests: Sequence[Request],
    held: Held,
) -> Projection:
    if held.against is None:
        steps = used.steps(scenario, requests, choice=held.choice, targets=held.targets)
    else:
        steps = run_against(used, scenario, requests, held.against, held.choice, held.targets)
    text = translate("Terminal", "running: {scenario}")
    return driven(steps, text.format(scenario=shown_title(one_line(scenario.title))))
