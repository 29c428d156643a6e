"""The tip of a lever or assumption: meaning, default, why, source and confidence, disputes.

Everything is escaped here before it becomes rich text.
"""

from collections.abc import Sequence
from functools import cache
from html import escape
from math import log10

from planner.facts.defaults import CHOSEN, explain
from planner.facts.record import EvidenceError, Figures, Provenance
from planner.facts.told import judged_account_of
from planner.model.indices import LABELS, address
from planner.model.inputs import Assumption, Lever, default_spread, elements_of, evidence_of
from planner.model.scenario import Scenario, lever_value
from planner.quantities.shown import with_unit
from planner.quantities.telling import telling_decimals
from planner.quantities.told.labels import model_text
from planner.quantities.told.lists import clauses, in_a_row, led_by
from planner.storage.sentences.catalog import translate
from ui.wording.field_numbers import number_text
from ui.wording.figures.units import form_of, shown_in
from ui.wording.rows.acting import acting_line
from ui.wording.rows.described import Described
from ui.wording.rows.path_display import default_line, path_line, whole_line
from ui.wording.sharing import is_mean, whole
from ui.wording.translate import unit_text

_WIDTH = 400
_WIDE = 640
_LONG = 1000
"""Letters from which a tip is wide, so that it is no higher than a small screen."""


def provenance_of(row: Lever | Assumption, element: str = "") -> Provenance | None:
    """Return why the default of one value is what it is; None when nothing is recorded."""
    return _explained(evidence_of(row, element))


def is_disputed(row: Lever | Assumption, element: str = "") -> bool:
    """Whether the default is itself a figure in dispute, not a judgement that weighs some."""
    return _is_disputed(evidence_of(row, element))


def _explained(evidence: str) -> Provenance | None:
    try:
        return explain(evidence)
    except EvidenceError:
        return None


@cache
def _is_disputed(evidence: str) -> bool:
    """Tell whether evidence is in dispute; asked at each move of a row, so kept."""
    found = _explained(evidence)
    return found is not None and bool(found.disputes) and found.kind not in CHOSEN


def input_tip(
    row: Lever | Assumption, element: str, name: str, figures: Figures, told: Sequence[str] = ()
) -> str:
    """Return the tip of one value as rich text; `told` are paragraphs after its default."""
    parts = [
        _default_line(row, element, figures),
        *told,
        *_reasons(provenance_of(row, element), is_corrected=_is_corrected(row, element, figures)),
    ]
    return _framed(row, name, parts)


def tip_of(input_: Described, scenario: Scenario) -> str:
    """Return the tip of the row of an input as rich text."""
    row, element, name = input_.row, input_.element, input_.full_name
    match row:
        case Assumption():
            return input_tip(row, element, name, scenario.figures)
        case Lever() if input_.is_whole:
            return whole_tip(row, name, scenario)
        case Lever():
            return lever_tip(row, element, name, scenario)


def _framed(row: Lever | Assumption, name: str, parts: Sequence[str]) -> str:
    """Return a tip that begins with a name and what it means."""
    head = f"<p><b>{escape(name)}</b></p><p>{escape(model_text(row.doc))}</p>"
    text = f"{head}{''.join(parts)}"
    width = _WIDTH if len(text) < _LONG else _WIDE
    return f'<table width="{width}"><tr><td>{text}</td></tr></table>'


def lever_tip(lever: Lever, element: str, name: str, scenario: Scenario) -> str:
    """Return the tip of one lever value as rich text, with the path it follows in a scenario."""
    line = path_line(scenario, address(lever.key, element))
    default = default_line(lever, element, scenario)
    told = [_acting(lever, element, scenario), *_courses(line, default)]
    return input_tip(lever, element, name, scenario.figures, told)


def whole_tip(lever: Lever, name: str, scenario: Scenario) -> str:
    """Return the tip of all areas of a lever at once: their defaults, and the whole over time."""
    unit, factor = shown_in(lever.unit)
    usual = Scenario(figures=scenario.figures)
    values = [lever_value(usual, address(lever.key, each)) for each in elements_of(lever)]
    total = with_unit(number_text(whole(lever, tuple(values)) * factor), unit_text(unit))
    text = translate("Tip", "Default: {whole}, of which {areas}")
    if is_mean(lever):
        text = translate("Tip", "Default: {whole} on average, {areas}")
    named = zip(elements_of(lever), values, strict=True)
    areas = in_a_row(
        f"{model_text(LABELS[each])} {number_text(value * factor)}" for each, value in named
    )
    where = translate(
        "Tip",
        "Why and from where: each place has its own reason and source; open the arrow before the "
        "name and rest on one.",
    )
    default = f"<p>{escape(text.format(whole=total, areas=areas))}</p>"
    acting = _acting(lever, "", scenario)
    courses = [acting, *_courses(whole_line(scenario, lever), whole_line(usual, lever))]
    return _framed(lever, name, [default, *courses, f"<p>{escape(where)}</p>", *_disputed(lever)])


def _disputed(lever: Lever) -> list[str]:
    """Return a paragraph on the areas whose default is in dispute; none if there are none."""
    areas = [model_text(LABELS[each]) for each in elements_of(lever) if is_disputed(lever, each)]
    mark = translate("Tip", "In dispute")
    told = led_by(f"<b>{escape(mark)}</b>", escape(in_a_row(areas)))
    return [f"<p>{told}</p>"] if areas else []


def _acting(lever: Lever, element: str, scenario: Scenario) -> str:
    """Return a paragraph on the months in which a lever acts."""
    return f"<p>{escape(acting_line(lever, element, scenario))}</p>"


def _courses(line: str, default: str) -> list[str]:
    """Return paragraphs on a path as it is, and on its default where that is another one."""
    told = [translate("Tip", "Over time: {path}").format(path=line)] * bool(line)
    if default and default != line:
        text = translate("Tip", "Default over time: {path}")
        told.append(text.format(path=default))
    return [f"<p>{escape(text)}</p>" for text in told]


def _is_corrected(row: Lever | Assumption, element: str, figures: Figures) -> bool:
    """Whether an article prints another figure than the default shown."""
    printed = default_spread(row, element, "as_stated")
    return figures == "corroborated" and default_spread(row, element, figures) != printed


def _default_line(row: Lever | Assumption, element: str, figures: Figures) -> str:
    spread = default_spread(row, element, figures)
    unit, factor = shown_in(row.unit)
    shown = [_number(part * factor, row.unit) for part in spread.parts]
    values = {"low": shown[0], "central": shown[1], "high": shown[2], "unit": unit_text(unit)}
    if isinstance(row, Lever):
        text = translate("Tip", "Default: {central} {unit}")
    else:
        text = translate("Tip", "Default: {central} {unit}, drawn between {low} and {high}")
    line = text.format(**values).replace(" ,", ",").rstrip()
    return f"<p>{escape(line)}</p>"


def _number(value: float, unit: str) -> str:
    """Return a published number as it is printed, one that is converted with three digits.

    A power of ten moves the point and converts nothing.
    """
    form = form_of(unit)
    if log10(form.factor).is_integer():
        return number_text(value, grouped=form.is_grouped)
    return number_text(value, grouped=form.is_grouped, most=telling_decimals(value))


def _reasons(found: Provenance | None, *, is_corrected: bool) -> list[str]:
    if found is None:
        return []
    why = translate("Tip", "Why: {text}").format(text=found.text)
    parts = [f"<p>{escape(why)}</p>"]
    if found.source_names:
        named = clauses(found.source_names)
        source = translate("Tip", "Source: {names}")
        if found.kind in CHOSEN:
            source = translate("Tip", "Weighed in it: {names}")
        source = source.format(names=named)
        parts.append(f"<p>{escape(source)}</p>")
    parts.append(f"<p>{escape(_confidence(found, is_corrected=is_corrected))}</p>")
    for dispute in found.disputes:
        mark = translate("Tip", "In dispute")
        parts.append(f"<p><b>{escape(mark)}</b> {escape(judged_account_of(dispute))}</p>")
    return parts


def _confidence(found: Provenance, *, is_corrected: bool) -> str:
    if found.kind == "unknown":
        return translate(
            "Tip", "Confidence: the figure is unknown; this is an assumption in its place."
        )
    if found.kind == "assumption" and found.grade == "D":
        return translate("Tip", "Confidence: our own judgement, on no measurement or a weak one.")
    if found.kind == "assumption":
        return translate("Tip", "Confidence: our own judgement.")
    if found.kind == "seed" and is_corrected:
        return translate("Tip", "Confidence: the figure of an article, corrected by other sources.")
    grades = {
        "seed": translate("Tip", "stated in one of the four articles"),
        "A": translate("Tip", "A, official"),
        "B": translate("Tip", "B, a named institution or major press"),
        "C": translate("Tip", "C, secondary or partial"),
        "D": translate("Tip", "D, weak or assumed"),
    }
    grade = grades.get(found.grade, found.grade)
    return translate("Tip", "Confidence: {grade}").format(grade=grade)
