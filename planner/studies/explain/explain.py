"""Why an outcome differs between two scenarios: the part of each input in which they differ.

Sixth floor of planner. Up to ten inputs are switched in every mixture (exact Shapley values), more
in orders drawn at random. Both scenarios are drawn at the same places of the sequence of points,
with the seed and draws of the one that is explained; where ranges differ, at those that the default
ranges keep, as everywhere that scenarios stand beside each other (`studies.compare`).
"""

from dataclasses import dataclass, replace
from typing import Final

import numpy as np
from numpy.typing import NDArray

from planner.engine.clock import Clock
from planner.engine.threads import MOST
from planner.ensemble.conditioning.chosen import choosing, enough
from planner.ensemble.conditioning.pool import Chosen
from planner.ensemble.progress import Steps, as_part
from planner.model.graph import model
from planner.model.scenario import Scenario
from planner.quantities.told.labels import model_text
from planner.quantities.told.titles import shown_title
from planner.storage.sentences.catalog import translate
from planner.studies.answers.about import About, check_about
from planner.studies.answers.stamp import stamp_of
from planner.studies.explain.changed_inputs import ChangedInput, changed_inputs
from planner.studies.explain.explanation import Amount, Explanation, InputPart, amount_of
from planner.studies.explain.game import all_together
from planner.studies.explain.mixed_inputs import mixed_inputs
from planner.studies.explain.ways import Switched, in_all_mixtures, in_orders
from planner.studies.explain.worth import Worths

EXACT_AT_MOST: Final = 10
"""With more inputs orders are drawn: every mixture would take too many runs."""
FUTURES: Final = 4000
"""As many futures are explained, at most."""
_CHOSEN: Final = 0.1


class ExplainError(Exception):
    """A question that has no answer; the message is one sentence."""


@dataclass(frozen=True, slots=True, eq=False)
class FutureParts:
    """An explanation future by future, of those futures that have a number in every run."""

    changed: tuple[ChangedInput, ...]
    switched: Switched
    left_out: int


def explained(
    before: Scenario,
    after: Scenario,
    about: About,
    *,
    futures: int | None = None,
    threads: int = MOST,
) -> Steps[Explanation]:
    """Return why an outcome of a scenario is not that of another one; yields the share done.

    The first `futures` are run, unless given all, up to 4,000. Raises ExplainError where nothing
    differs or the outcome has no number then, AboutError where there is no such outcome.
    """
    parts = yield from future_parts(before, after, about, futures=futures, threads=threads)
    found = parts.switched
    total = found.after - found.before
    only_together = amount_of(total - found.alone.sum(axis=0), found.before)
    return Explanation(
        about=about,
        before=before,
        after=after,
        stamp=stamp_of(after, len(total) + parts.left_out),
        level=float(found.before.mean()),
        level_after=float(found.after.mean()),
        parts=tuple(_part(each, found, number) for number, each in enumerate(parts.changed)),
        total=amount_of(total, found.before),
        together=only_together if len(parts.changed) > 1 else None,
        orders=found.orders,
        left_out=parts.left_out,
    )


def future_parts(
    before: Scenario,
    after: Scenario,
    about: About,
    *,
    futures: int | None = None,
    threads: int = MOST,
) -> Steps[FutureParts]:
    """Return the same future by future; raises as `explained`."""
    begun = _begun(before, after, about, futures, threads)
    changed, worths = yield from as_part(begun, 0, _CHOSEN)
    is_exact = len(changed) <= EXACT_AT_MOST
    steps = in_all_mixtures(worths) if is_exact else in_orders(worths, after.seed)
    found = yield from as_part(steps, _CHOSEN, 1)
    whole = _whole(worths, about)
    return FutureParts(changed, found.among(whole), int((~whole).sum()))


def difference_of(
    before: Scenario,
    after: Scenario,
    about: About,
    *,
    futures: int | None = None,
    threads: int = MOST,
) -> Steps[Amount]:
    """Return the whole difference alone, from two runs; raises as `explained`."""
    _, worths = yield from _begun(before, after, about, futures, threads)
    low, high = worths.of(0), worths.of(all_together(worths.players))
    whole = _whole(worths, about)
    return amount_of(high[whole] - low[whole], low[whole])


def _begun(
    before: Scenario, after: Scenario, about: About, futures: int | None, threads: int
) -> Steps[tuple[tuple[ChangedInput, ...], Worths]]:
    """Return what differs, and what runs it."""
    changed = _changed(before, after, check_about(about))
    count = min(FUTURES, after.futures, futures or after.futures)
    chosen = yield from _choosing(before, after, count)
    clock = Clock(about.year)
    mixed = mixed_inputs((_like(before, after), after), changed, chosen, count, clock)
    return changed, Worths(mixed, about, clock, threads)


def _whole(worths: Worths, about: About) -> NDArray[np.bool_]:
    """Return which futures have a number in every run. Raises ExplainError where none has."""
    if not worths.whole.any():
        name = model_text(model().outcomes[about.outcome].label)
        raise ExplainError(
            translate("Planner", "{name} has no number in December {year}").format(
                name=name, year=about.year
            )
        )
    return worths.whole


def _part(changed: ChangedInput, found: Switched, number: int) -> InputPart:
    return InputPart(
        changed,
        amount_of(found.parts.parts[number], found.before),
        alone=float(found.alone[number].mean()),
        last=float(found.last[number].mean()),
        error=float(found.parts.errors[number]),
    )


def _changed(before: Scenario, after: Scenario, about: About) -> tuple[ChangedInput, ...]:
    for each in (before, after):
        if about.year > each.last_year:
            raise ExplainError(
                translate("Planner", "{title} ends in {last_year}, before {year}").format(
                    title=shown_title(each.title), last_year=each.last_year, year=about.year
                )
            )
    changed = changed_inputs(before, after)
    if not changed:
        raise ExplainError(
            translate(
                "Planner", "nothing is changed: {title} has the levers and assumptions of {other}"
            ).format(title=shown_title(after.title), other=shown_title(before.title))
        )
    return changed


def _like(before: Scenario, after: Scenario) -> Scenario:
    """Return the earlier scenario drawn as the later one is."""
    return replace(before, seed=after.seed, draws=after.draws, own=after.own, futures=after.futures)


def _choosing(before: Scenario, after: Scenario, count: int) -> Steps[Chosen]:
    """Choose the futures of both: those of the default ranges where ranges differ."""
    alike = before.assumptions == after.assumptions
    scenario = after if alike else replace(after, assumptions=())
    return (yield from choosing(scenario, enough(after, count)))
