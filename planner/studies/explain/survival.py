"""Whether the parts of an explanation keep their signs in other defensible structures of the model.

Sixth floor of planner. Variants are rows of `planner.studies.variants`, each applied to both
scenarios. A part that a variant turns is told as open, as `planner.studies.robustness` has it: by
the sign that most of its futures have; where nothing changes, nothing is turned.
"""

from collections.abc import Mapping
from dataclasses import replace
from typing import Final

from planner.engine.threads import MOST
from planner.ensemble.progress import Steps, as_part
from planner.model.scenario import Scenario
from planner.studies.answers.about import About
from planner.studies.explain.changed_inputs import ChangedInput
from planner.studies.explain.explain import ExplainError, difference_of, explained
from planner.studies.explain.explanation import Amount, Explanation, Turning
from planner.studies.variants import Variant, variants_for

FUTURES: Final = 250
"""So many futures tell a sign."""
INPUTS_AT_MOST: Final = 6
"""With more inputs the difference alone is looked at: all parts would take too many runs."""
_EXPLAINED: Final = 0.4

Amounts = Mapping[ChangedInput | None, Amount]


def explained_with_survival(
    before: Scenario, after: Scenario, about: About, *, threads: int = MOST
) -> Steps[Explanation]:
    """Return an explanation with what turns its signs; yields the share done, raises as that."""
    asked = explained(before, after, about, threads=threads)
    found = yield from as_part(asked, 0, _EXPLAINED)
    return (yield from as_part(with_survival(found, threads=threads), _EXPLAINED, 1))


def with_survival(found: Explanation, *, threads: int = MOST) -> Steps[Explanation]:
    """Return an explanation with what turns its signs; yields the share done."""
    turned: dict[ChangedInput | None, list[Variant]] = {}
    others = variants_for(found.before, found.after)[1:]
    for number, variant in enumerate(others):
        begin, end = (each / len(others) for each in (number, number + 1))
        amounts = yield from as_part(_amounts_in(variant, found, threads), begin, end)
        for each, amount in _amounts(found).items():
            if each in amounts and is_turned(amount, amounts[each]):
                turned.setdefault(each, []).append(variant)
    return replace(found, turning=tuple(Turning(each, tuple(by)) for each, by in turned.items()))


def _amounts_in(variant: Variant, found: Explanation, threads: int) -> Steps[Amounts]:
    """Return the parts in a variant; none where nothing is left that differs, or no number."""
    ends = variant.applied(found.before), variant.applied(found.after)
    try:
        if not is_looked_into(found):
            whole = difference_of(*ends, found.about, futures=FUTURES, threads=threads)
            return {None: (yield from whole)}
        inside = explained(*ends, found.about, futures=FUTURES, threads=threads)
        return _amounts((yield from inside))
    except ExplainError:
        return {}


def is_looked_into(found: Explanation) -> bool:
    """Tell whether the sign of each part is looked at, and not of the difference alone."""
    return len(found.parts) <= INPUTS_AT_MOST


def _amounts(found: Explanation) -> Amounts:
    """Return the difference, and of few inputs the part of each."""
    parts = found.parts if is_looked_into(found) else ()
    return {None: found.total} | {each.changed: each.amount for each in parts}


def is_turned(amount: Amount, other: Amount) -> bool:
    """Tell whether what is looked at has another sign in a variant than as specified."""
    return not other.is_none and amount.sign not in (0, other.sign)
