"""Whether what matters most does so in other defensible structures of the model, too.

Sixth floor of planner. Variants are rows of `planner.studies.variants`; each draws its own futures.
"""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from planner.ensemble.progress import Steps, as_part
from planner.model.scenario import Scenario
from planner.studies.matters.first_order import Matters, matters
from planner.studies.variants import Variant, variants

if TYPE_CHECKING:
    from planner.ensemble.many import Projector


@dataclass(frozen=True, slots=True)
class Holding:
    """In how many variants the first share was looked at, and where another one is first.

    `others` pairs a variant with the address of what leads there.
    """

    variants: int
    others: tuple[tuple[Variant, str], ...]


def holding(engine: "Projector", scenario: Scenario, found: Matters) -> Steps[Holding]:
    """Run the variants beside the model as specified; yields the share that is done.

    A variant in which nothing is told, as where the outcome does not vary, is left out.
    """
    first, rows = found.first, variants()[1:]
    told, others = 0, list[tuple[Variant, str]]()
    for number, variant in enumerate(rows):
        steps = matters(engine, variant.applied(scenario), found.about)
        again = yield from as_part(steps, number / len(rows), (number + 1) / len(rows))
        yield (number + 1) / len(rows)
        if first is None or again.first is None:
            continue
        told += 1
        if set(first.members).isdisjoint(again.first.members):
            others.append((variant, again.first.lead))
    return Holding(told, tuple(others))
