"""The tip of a lever or assumption: meaning, default, why, source and confidence, disputes.

Everything is escaped here before it becomes rich text.
"""

from collections.abc import Sequence
from html import escape

from PySide6.QtCore import QCoreApplication

from planner.facts.defaults import explain
from planner.facts.record import EvidenceError, Figures, Provenance
from planner.model.indices import address
from planner.model.inputs import Assumption, Lever, default_spread, evidence_of
from planner.model.scenario import Scenario
from planner.quantities.shown import shown_unit
from ui.translate import model_text, unit_text
from ui.widgets.numbers import number_text
from ui.widgets.path_display import default_line, path_line

_WIDTH = 400
_CHOSEN = frozenset({"assumption", "unknown"})


def provenance_of(row: Lever | Assumption, element: str = "") -> Provenance | None:
    """Return why the default of one value is what it is; None when nothing is recorded."""
    try:
        return explain(evidence_of(row, element))
    except EvidenceError:
        return None


def is_disputed(row: Lever | Assumption, element: str = "") -> bool:
    """Whether the default is itself a figure in dispute, not a judgement that weighs some."""
    found = provenance_of(row, element)
    return found is not None and bool(found.disputes) and found.kind not in _CHOSEN


def input_tip(
    row: Lever | Assumption, element: str, name: str, figures: Figures, told: Sequence[str] = ()
) -> str:
    """Return the tip of one value as rich text; `told` are paragraphs after its default."""
    parts = [
        f"<p><b>{escape(name)}</b></p>",
        f"<p>{escape(model_text(row.doc))}</p>",
        _default_line(row, element, figures),
        *told,
        *_reasons(provenance_of(row, element)),
    ]
    return f'<table width="{_WIDTH}"><tr><td>{"".join(parts)}</td></tr></table>'


def lever_tip(lever: Lever, element: str, name: str, scenario: Scenario) -> str:
    """Return the tip of one lever value as rich text, with the path it follows in a scenario."""
    line = path_line(scenario, address(lever.key, element))
    default = default_line(lever, element, scenario)
    told = [QCoreApplication.translate("Tip", "Over time: {path}").format(path=line)] * bool(line)
    if default and default != line:
        text = QCoreApplication.translate("Tip", "Default over time: {path}")
        told.append(text.format(path=default))
    told = [f"<p>{escape(text)}</p>" for text in told]
    return input_tip(lever, element, name, scenario.figures, told)


def _default_line(row: Lever | Assumption, element: str, figures: Figures) -> str:
    spread = default_spread(row, element, figures)
    unit, factor = shown_unit(row.unit)
    grouped = row.unit != "year"
    shown = [number_text(part * factor, grouped=grouped) for part in spread.parts]
    values = {"low": shown[0], "central": shown[1], "high": shown[2], "unit": unit_text(unit)}
    if isinstance(row, Lever):
        text = QCoreApplication.translate("Tip", "Default: {central} {unit}")
    else:
        text = QCoreApplication.translate(
            "Tip", "Default: {central} {unit}, drawn between {low} and {high}"
        )
    line = text.format(**values).replace(" ,", ",").rstrip()
    return f"<p>{escape(line)}</p>"


def _reasons(found: Provenance | None) -> list[str]:
    if found is None:
        return []
    why = QCoreApplication.translate("Tip", "Why: {text}").format(text=found.text)
    parts = [f"<p>{escape(why)}</p>"]
    if found.source_names:
        named = "; ".join(found.source_names)
        source = QCoreApplication.translate("Tip", "Source: {names}").format(names=named)
        parts.append(f"<p>{escape(source)}</p>")
    parts.append(f"<p>{escape(_confidence(found))}</p>")
    for dispute in found.disputes:
        _, _, sentence = dispute.partition(" ")
        mark = QCoreApplication.translate("Tip", "≠ In dispute")
        parts.append(f"<p><b>{escape(mark)}</b> {escape(sentence)}</p>")
    return parts


def _confidence(found: Provenance) -> str:
    if found.kind == "unknown":
        return QCoreApplication.translate(
            "Tip", "Confidence: the figure is unknown; this is an assumption in its place."
        )
    if found.kind == "assumption":
        return QCoreApplication.translate("Tip", "Confidence: our own judgement.")
    grades = {
        "seed": QCoreApplication.translate("Tip", "stated in one of the four articles"),
        "A": QCoreApplication.translate("Tip", "A, official"),
        "B": QCoreApplication.translate("Tip", "B, a named institution or major press"),
        "C": QCoreApplication.translate("Tip", "C, secondary or partial"),
        "D": QCoreApplication.translate("Tip", "D, weak or assumed"),
    }
    grade = grades.get(found.grade, found.grade)
    return QCoreApplication.translate("Tip", "Confidence: {grade}").format(grade=grade)
