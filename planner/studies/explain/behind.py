"""What is behind one change, as briefly as sentences tell it: its parts, and what turns its sign.

Sixth floor of planner. Parts are those of `explain`, of up to six inputs; the sign of the whole
difference is looked at in every row of `planner.studies.variants`, as `survival` does. What was
found last is remembered: window, report and terminal tell of the same changes.
"""

from collections import OrderedDict
from collections.abc import Sequence
from dataclasses import dataclass, replace
from threading import Lock
from typing import Final

from planner.engine.threads import MOST
from planner.ensemble.progress import Steps, as_part, to_the_end
from planner.ensemble.projection import inputs_of
from planner.model.scenario import Scenario
from planner.studies.answers.about import About, AboutError
from planner.studies.explain.changed_inputs import changed_inputs
from planner.studies.explain.explain import ExplainError, difference_of, explained
from planner.studies.explain.explanation import Amount, InputPart
from planner.studies.explain.survival import FUTURES as FUTURES_OF_VARIANTS
from planner.studies.explain.survival import INPUTS_AT_MOST, is_turned
from planner.studies.variants import Variant, variants_for

FUTURES: Final = 1000
"""So many futures, at most, tell parts of a change."""
REMEMBERED: Final = 64
_PARTS: Final = 0.6


@dataclass(frozen=True, slots=True)
class Change:
    """What is asked: how an outcome differs between two scenarios, and by what parts."""

    before: Scenario
    after: Scenario
    about: About
    has_parts: bool = True

    @property
    def key(self) -> "Change":
        """The same without what changes no number."""
        return replace(self, before=inputs_of(self.before), after=inputs_of(self.after))


@dataclass(frozen=True, slots=True)
class Behind:
    """The parts of a change, the largest first, and the variants that turn its sign.

    There are no parts where none were asked for, one input is changed, or more than six; `together`
    is what comes only from changing several at once. So many variants have been `looked_into`.
    """

    about: About
    total: Amount
    parts: tuple[InputPart, ...] = ()
    together: Amount | None = None
    turning: tuple[Variant, ...] = ()
    looked_into: int = 0


def behind(changes: Sequence[Change], *, threads: int = MOST) -> Steps[tuple[Behind, ...]]:
    """Return what is behind changes, as far as there is something to tell; yields the share done.

    There is nothing where scenarios do not differ, and where an outcome has no number then.
    """
    found: list[Behind] = []
    for number, change in enumerate(changes):
        begin, end = (each / len(changes) for each in (number, number + 1))
        one = yield from as_part(_behind_one(change, threads), begin, end)
        found += [] if one is None else [one]
    return tuple(found)


def behind_at_once(changes: Sequence[Change]) -> tuple[Behind, ...]:
    """Return the same now, remembered or worked out."""
    return to_the_end(behind(changes))


def known_behind(changes: Sequence[Change]) -> tuple[Behind, ...]:
    """Return what is remembered of changes."""
    with _lock:
        found = [_kept.get(each.key) for each in changes]
    return tuple(each for each in found if each is not None)


def _behind_one(change: Change, threads: int) -> Steps[Behind | None]:
    for known in known_behind((change,)):
        return known
    try:
        found = yield from _found(change, threads)
    except (AboutError, ExplainError):
        return None
    _remember(change.key, found)
    return found


def _found(change: Change, threads: int) -> Steps[Behind]:
    before, after, about = change.before, change.after, change.about
    parts: tuple[InputPart, ...] = ()
    together: Amount | None = None
    inputs = len(changed_inputs(before, after)) if change.has_parts else 0
    if 1 < inputs <= INPUTS_AT_MOST:
        asked = explained(before, after, about, futures=FUTURES, threads=threads)
        found = yield from as_part(asked, 0, _PARTS)
        total, parts, together = found.total, found.by_size, found.together
    else:
        whole = difference_of(before, after, about, futures=FUTURES, threads=threads)
        total = yield from as_part(whole, 0, _PARTS)
    turning, others = [], variants_for(before, after)[1:]
    for number, variant in enumerate(others):
        begin, end = (_PARTS + (1 - _PARTS) * each / len(others) for each in (number, number + 1))
        yield begin
        ends = variant.applied(before), variant.applied(after)
        there = yield from as_part(_in_variant(*ends, about, threads), begin, end)
        if there is not None and is_turned(total, there):
            turning.append(variant)
    return Behind(about, total, parts, together, tuple(turning), len(others))


def _in_variant(
    before: Scenario, after: Scenario, about: About, threads: int
) -> Steps[Amount | None]:
    """Return the difference in a variant; None where nothing is left that differs."""
    asked = difference_of(before, after, about, futures=FUTURES_OF_VARIANTS, threads=threads)
    try:
        return (yield from asked)
    except ExplainError:
        return None


_kept: OrderedDict[Change, Behind] = OrderedDict()
"""What was found last, the newest at the end; asked for from any thread."""
_lock: Final = Lock()


def _remember(key: Change, found: Behind) -> None:
    with _lock:
        _kept[key] = found
        while len(_kept) > REMEMBERED:
            _kept.popitem(last=False)
