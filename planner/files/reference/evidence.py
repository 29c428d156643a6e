"""What the model rests on in the reference: what was measured, and the evidence behind defaults.

Seventh floor of planner.
"""

from collections.abc import Iterable

from planner.facts.defaults import explain
from planner.facts.told import dispute_text, grade_text, kind_text
from planner.files.reference.markdown import code, heading, number, table
from planner.model.graph import model
from planner.model.indices import address
from planner.model.inputs import Input, elements_of, evidence_of
from planner.quantities.told.labels import model_text
from planner.quantities.told.lists import between, in_a_row, sentences
from planner.quantities.told.numerals import plain
from planner.storage.sentences.catalog import translate
from planner.studies.backtest import Judged, backtest
from planner.studies.misses import summary_of


def measured() -> Iterable[str]:
    """Yield the section that holds the futures of the baseline against what was measured."""
    found = backtest()
    yield heading(translate("Reference", "Backtest"))
    yield translate("Reference", "The futures of the baseline against what was measured.")
    yield "\n\n".join(summary_of(found))
    head = (
        translate("Reference", "measured"),
        translate("Reference", "outcome"),
        translate("Reference", "figure"),
        translate("Reference", "range"),
        translate("Reference", "P10 to P90"),
        translate("Reference", "median"),
        translate("Reference", "inside"),
        translate("Reference", "evidence"),
    )
    yield table(head, map(_judged, found.rows))


def evidence() -> Iterable[str]:
    """Yield the section of all evidence that a default rests on."""
    yield heading(translate("Reference", "Evidence behind the defaults"))
    yield _grades()
    given = model()
    rows: list[Input] = [*given.levers.values(), *given.assumptions.values()]
    rows += given.constants.values()
    used = dict.fromkeys(evidence_of(row, element) for row in rows for element in elements_of(row))
    head = (
        translate("Reference", "id"),
        translate("Reference", "kind and grade"),
        translate("Reference", "why"),
        translate("Reference", "sources"),
    )
    yield table(head, map(_reason, used))


def _grades() -> str:
    return translate(
        "Reference",
        "Kind and grade. Kind: from a seed article, sourced from elsewhere, derived from "
        "others, or our own assumption. Grade: A official, B named institution or major press, "
        "C secondary or partial, D weak or assumed; a figure of a seed article is graded by its"
        " kind alone.",
    )


def _judged(row: Judged) -> tuple[str, ...]:
    point = row.point
    span = between(number(point.low), number(point.high))
    return (
        model_text(point.label),
        code(address(point.outcome, point.element)),
        f"{number(point.central)} {point.unit}",
        translate("Reference", "a floor") if point.bound else span,
        between(_short(row.p10), _short(row.p90)),
        _short(row.p50),
        translate("Reference", "yes") if row.inside else translate("Reference", "no"),
        ", ".join(map(code, point.evidence)),
    )


def _short(value: float) -> str:
    return plain(value, 4, is_grouped=False)


def _reason(evidence_id: str) -> tuple[str, ...]:
    why = explain(evidence_id)
    sources = "; ".join((*why.source_names, *why.urls))
    return (
        code(evidence_id),
        in_a_row(dict.fromkeys((kind_text(why.kind), grade_text(why.grade)))),
        sentences((why.text, *map(dispute_text, why.disputes))),
        sources,
    )
