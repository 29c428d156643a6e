"""What the model rests on in the reference: what was measured, and the evidence behind defaults.

Top floor of planner.
"""

from collections.abc import Iterable
from typing import Final

from planner.facts.defaults import explain
from planner.facts.told import dispute_text, grade_text, kind_text
from planner.files.reference.markdown import code, number, table
from planner.model.graph import model
from planner.model.indices import address
from planner.model.inputs import Input, elements_of, evidence_of
from planner.quantities.told.lists import in_a_row, sentences
from planner.studies.backtest import Judged, backtest
from planner.studies.misses import summary_of

_GRADES: Final = (
    "Kind and grade. Kind: from a seed article, sourced from elsewhere, derived from others, or "
    "our own assumption. Grade: A official, B named institution or major press, C secondary or "
    "partial, D weak or assumed; a figure of a seed article is graded by its kind alone."
)


def measured() -> Iterable[str]:
    """Yield the section that holds the futures of the baseline against what was measured."""
    found = backtest()
    yield "## Backtest"
    yield "The futures of the baseline against what was measured."
    yield "\n\n".join(summary_of(found))
    head = ("measured", "outcome", "figure", "range", "P10 to P90", "median", "inside", "evidence")
    yield table(head, map(_judged, found.rows))


def evidence() -> Iterable[str]:
    """Yield the section of all evidence that a default rests on."""
    yield "## Evidence behind the defaults"
    yield _GRADES
    given = model()
    rows: list[Input] = [*given.levers.values(), *given.assumptions.values()]
    rows += given.constants.values()
    used = dict.fromkeys(evidence_of(row, element) for row in rows for element in elements_of(row))
    yield table(("id", "kind and grade", "why", "sources"), map(_reason, used))


def _judged(row: Judged) -> tuple[str, ...]:
    point = row.point
    return (
        point.label,
        code(address(point.outcome, point.element)),
        f"{number(point.central)} {point.unit}",
        "a floor" if point.bound else f"{number(point.low)} to {number(point.high)}",
        f"{row.p10:.4g} to {row.p90:.4g}",
        f"{row.p50:.4g}",
        "yes" if row.inside else "no",
        ", ".join(map(code, point.evidence)),
    )


def _reason(evidence_id: str) -> tuple[str, ...]:
    why = explain(evidence_id)
    sources = "; ".join((*why.source_names, *why.urls))
    return (
        code(evidence_id),
        in_a_row(dict.fromkeys((kind_text(why.kind), grade_text(why.grade)))),
        sentences((why.text, *map(dispute_text, why.disputes))),
        sources,
    )
