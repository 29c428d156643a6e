"""How it is said that a scenario rests on other assumptions or figures. First floor of ui."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import isfinite
from typing import Final

from planner.ensemble.projection import Projection
from planner.model.scenario import Scenario, assumption_at
from planner.quantities.listed import listed
from planner.quantities.shown import with_unit
from planner.quantities.told.labels import model_text
from planner.storage.sentences.catalog import translate
from planner.studies.parts.belief import DEFAULT, believe_otherwise, has_own_beliefs
from planner.studies.parts.reference import called
from ui.wording.figures.differences import Difference, difference_at, told
from ui.wording.key_figures import KpiHead, number_of
from ui.wording.numbers import Numerals

_NAMED_AT_MOST = 3


def beliefs_sentence(scenario: Scenario, titles: Sequence[str] = ()) -> str:
    """Return in what the beliefs of a scenario differ from the default; empty where in nothing.

    Where others stand beside it, those that share its beliefs are named by their `titles`.
    """
    labels = [assumption_at(name)[0].label for name, _ in scenario.assumptions]
    names = [model_text(label) for label in dict.fromkeys(labels)]
    if scenario.figures != DEFAULT.figures:
        names.insert(0, translate("Beliefs", "figures as printed"))
    text = translate("Beliefs", "Assumptions differ from the default: {names}.")
    if titles:
        text = translate("Beliefs", "Assumptions of {scenarios} differ from the default: {names}.")
    said = {"scenarios": listed(titles), "names": listed(names, most=_NAMED_AT_MOST)}
    return text.format(**said) if names else ""


def beliefs_against(scenario: Scenario, held: Scenario, name: str = "") -> str:
    """Return what a scenario assumes otherwise than another one of this name; empty if nothing.

    Without a name that is what is assumed by default.
    """
    if not believe_otherwise((held, scenario)):
        return ""
    own, usual = dict(scenario.assumptions), dict(held.assumptions)
    changed = (each for each in {**usual, **own} if own.get(each) != usual.get(each))
    labels = dict.fromkeys(assumption_at(address)[0].label for address in changed)
    names = [model_text(label) for label in labels]
    if scenario.figures != held.figures:
        is_usual = scenario.figures == DEFAULT.figures
        figures = (
            translate("Beliefs", "figures checked"),
            translate("Beliefs", "figures as printed"),
        )
        names.insert(0, figures[0] if is_usual else figures[1])
    text = translate("Beliefs", "Other assumptions than {scenario}: {names}.")
    usual_name = called(name) or translate("Beliefs", "the default")
    return text.format(scenario=usual_name, names=listed(names, most=_NAMED_AT_MOST))


def baseline_name(scenario: Scenario) -> str:
    """Return what the baseline under a scenario's assumptions is called: whose these are.

    Where they are the usual ones, it is the baseline.
    """
    if not has_own_beliefs(scenario):
        return translate("Beliefs", "Baseline")
    text = translate("Beliefs", "Baseline (assumptions of {title})")
    return text.format(title=called(scenario.title))


def other_beliefs(
    scenarios: Sequence[Scenario], titles: Sequence[str], *, has_own_baselines: bool = False
) -> str:
    """Return which scenarios rest on other assumptions or figures than the first, if any do.

    Where each is held against a baseline of its own, differences are those of levers alone.
    """
    others = believe_otherwise(scenarios)
    names = [title for each, title in zip(scenarios, titles, strict=True) if each in others]
    text = translate(
        "Beliefs",
        "Under other assumptions or figures than {first}: {names}. Differences between them are "
        "not those of levers alone.",
    )
    if has_own_baselines:
        text = translate(
            "Beliefs",
            "Under other assumptions or figures than {first}: {names}. Each is held against the "
            "baseline under its own, so that differences are those of levers alone.",
        )
    return text.format(first=titles[0], names=listed(names)) if names else ""


@dataclass(frozen=True, slots=True)
class Belief:
    """What assumptions alone change: in short for a card, and in a sentence with all levels."""

    short: str = ""
    sentence: str = ""


NONE: Final = Belief()


def belief_told(
    head: KpiHead,
    default: Projection | None,
    baseline: Projection | None,
    paired: Projection | None,
    month: int,
    style: Numerals,
) -> Belief:
    """Return what the assumptions of a run change in a figure, whatever its levers.

    `paired` holds the differences future by future; without them medians are held against each
    other. Nothing is told where assumptions are those by default.
    """
    if default is None or baseline is None or head.outcome.states:
        return NONE
    levels = (each.series.get(head.request) for each in (default, baseline))
    usual, own = (
        None if each is None or month >= len(each.line) else float(each.line[month])
        for each in levels
    )
    if usual is None or own is None or not isfinite(usual) or not isfinite(own):
        return NONE
    head = head.of_size(usual, own)
    usual, own = usual * head.form.factor, own * head.form.factor
    request = head.request._replace(view="difference")
    series = None if paired is None else paired.series.get(request)
    found = difference_at(series, month, head.form.factor)
    change = told(found or Difference(own - usual), max(abs(usual), abs(own)), head.form, style)
    return _worded(head, change.change, usual, own, style)


def _worded(head: KpiHead, change: str, usual: float, own: float, style: Numerals) -> Belief:
    short = translate("Beliefs", "assumptions alone: {change}") if change else ""
    levels = translate(
        "Beliefs",
        "Baseline under default assumptions {usual}, under those of this scenario {own}: "
        "assumptions alone {change}.",
    )
    change = change or translate("Beliefs", "change nothing")
    said = levels.format(
        usual=with_unit(number_of(usual, head, style), head.unit_beside),
        own=with_unit(number_of(own, head, style), head.unit_beside),
        change=change,
    )
    return Belief(short.format(change=change), said)
