"""The evidence as text: the table of all of it, and the full record of one id.

Used by the command line; the window composes its own from `defaults.explain`.  Floor: facts.
"""

from __future__ import annotations

from textwrap import fill
from typing import TYPE_CHECKING

from planner.docstring import first_line
from planner.facts.defaults import explain, native, unknown_id
from planner.facts.derive import DERIVATIONS
from planner.facts.lever_paths import dated, knots_text, lever_paths
from planner.facts.load import evidence

if TYPE_CHECKING:
    from collections.abc import Iterable

    from planner.facts.record import Dispute, Fact, Judgement, Source
    from planner.quantities.spread import Spread

_WIDTH = 100
_HEADER = ("id", "name", "value", "year", "grade", "source")
_NAME_WIDTH = 46
_SOURCE_WIDTH = 28
_LARGE = 1e6
_GRADES = (
    "grades: seed = a seed article, A = official, B = named institution or major press, "
    "C = secondary or partial, D = weak or assumed; * = disputed, ? = not published"
)


def list_facts(evidence_id: str | None = None) -> str:
    """Return the table of all evidence, or the full record of one id.

    Raises EvidenceError for an unknown id, naming those near it.
    """
    return _table() if evidence_id is None else _record(evidence_id)


def disputes() -> tuple[Dispute, ...]:
    """Return where the sources contradict each other, in order of id."""
    return tuple(evidence().disputes.values())


def _table() -> str:
    """Lay out all evidence in aligned columns, under a heading for each kind."""
    found = evidence()
    disputed = {each for dispute in found.disputes.values() for each in dispute.facts}
    facts = [_fact_row(fact, fact.id in disputed) for fact in found.facts.values()]
    ours = [_judgement_row(each) for each in found.judgements.values()]
    derived = [_derived_row(each) for each in DERIVATIONS]
    paths = [_path_row(each) for each in lever_paths()]
    rows = [*sorted(facts), *derived, *paths, *ours]
    widths = [max(len(row[i]) for row in (_HEADER, *rows)) for i in range(len(_HEADER))]
    lines = [_line(_HEADER, widths), _line(["-" * width for width in widths], widths)]
    lines += [_line(row, widths) for row in rows]
    counts = (
        f"{len(facts)} facts, {len(derived)} derivations, {len(paths)} paths, "
        f"{len(ours)} judgements"
    )
    return "\n".join([*lines, "", counts, fill(_GRADES, _WIDTH)])


def _line(cells: Iterable[str], widths: list[int]) -> str:
    """Pad the cells to their columns."""
    return "  ".join(cell.ljust(width) for cell, width in zip(cells, widths, strict=True)).rstrip()


def _fact_row(fact: Fact, disputed: bool) -> tuple[str, ...]:  # noqa: FBT001 - a mark, not a switch
    """Return the cells of a fact."""
    mark = "*" if disputed else ""
    first = evidence().sources[fact.sources[0]]
    more = f" +{len(fact.sources) - 1}" if len(fact.sources) > 1 else ""
    source = _shortened(first.publisher or first.title, _SOURCE_WIDTH - len(more)) + more
    spread, unit = native(fact.id)
    value = f"{fact.qualifier} {_range(spread, unit)}".strip()
    name = _shortened(fact.name, _NAME_WIDTH)
    return fact.id + mark, name, value, fact.year, fact.grade, source


def _judgement_row(each: Judgement) -> tuple[str, ...]:
    """Return the cells of a judgement."""
    mark = "?" if each.unknown else ""
    name = _shortened(each.name, _NAME_WIDTH)
    cited = _shortened(f"ours; see {' '.join(each.evidence)}", _SOURCE_WIDTH)
    return each.id + mark, name, _range(*native(each.id)), "", "-", cited


def _derived_row(evidence_id: str) -> tuple[str, ...]:
    """Return the cells of a derivation."""
    function, facts = DERIVATIONS[evidence_id]
    name = _shortened(first_line(function), _NAME_WIDTH)
    cited = _shortened(f"from {' '.join(facts)}", _SOURCE_WIDTH)
    return evidence_id, name, _range(*native(evidence_id)), "", explain(evidence_id).grade, cited


def _path_row(evidence_id: str) -> tuple[str, ...]:
    """Return the cells of a path."""
    knots = dated(evidence_id)
    values = sorted(each.value for each in knots)
    value = f"{_number(values[0])}-{_number(values[-1])} {knots[0].unit}"
    years = f"{knots[0].date:.0f}-{knots[-1].date:.0f}"
    cited = " ".join(dict.fromkeys(each.evidence for each in knots))
    name = f"Path of {len(knots)} values"
    grade = explain(evidence_id).grade
    return evidence_id, name, value, years, grade, _shortened(f"from {cited}", _SOURCE_WIDTH)


def _record(evidence_id: str) -> str:
    """Lay out everything known about one id."""
    found = evidence()
    if evidence_id in found.facts:
        return _fact_text(found.facts[evidence_id])
    if evidence_id in found.judgements:
        return _judgement_text(found.judgements[evidence_id])
    if evidence_id in DERIVATIONS:
        return _derived_text(evidence_id)
    if evidence_id in lever_paths():
        return _path_text(evidence_id)
    if evidence_id in found.disputes:
        return _dispute_text(found.disputes[evidence_id])
    raise unknown_id(evidence_id)


def _fact_text(fact: Fact) -> str:
    """Lay out a fact with its sources, both figures and its disputes."""
    spread, unit = native(fact.id)
    value = f"{fact.qualifier} {_range(spread, unit)}".strip()
    lines = [f"year      {fact.year}", f"place     {fact.place or '-'}"]
    lines += [f"kind      {fact.kind}, grade {fact.grade}"]
    if fact.as_stated is not None:
        lines.append(
            f"figures   as printed {_number(fact.as_stated)}, checked {_number(spread.central)}"
        )
    lines += [_wrapped("note", fact.note)] if fact.note else []
    lines += [_source_line(found) for found in map(evidence().sources.__getitem__, fact.sources)]
    lines += _dispute_lines(fact.id)
    return "\n".join([f"{fact.id}  {fact.name}", f"value     {value}", *lines])


def _judgement_text(each: Judgement) -> str:
    """Lay out a judgement with its argument and what it cites."""
    lines = [
        "kind      not published: an assumption stands in" if each.unknown else "kind      ours"
    ]
    lines += [_wrapped("argument", each.argument)]
    return _text(each.id, each.name, _range(*native(each.id)), lines, each.evidence)


def _derived_text(evidence_id: str) -> str:
    """Lay out a derivation with how it is made and what it rests on."""
    how = ["kind      derived", _wrapped("how", explain(evidence_id).text)]
    name = evidence_id.removeprefix("derived:").replace("_", " ")
    value = _range(*native(evidence_id))
    return _text(evidence_id, name, value, how, DERIVATIONS[evidence_id][1])


def _path_text(evidence_id: str) -> str:
    """Lay out a path: each of its values with the evidence behind it."""
    knots = dated(evidence_id)
    lines = [f"{evidence_id}  Default path of a lever"]
    for knot in knots:
        reason = explain(knot.evidence)
        lines.append(_wrapped("from", f"{knots_text([knot])} ({knot.evidence}): {reason.text}"))
    return "\n".join(lines)


def _text(evidence_id: str, name: str, value: str, lines: list[str], facts: tuple[str, ...]) -> str:
    """Lay out what rests on facts."""
    cited = [_wrapped("rests on", f"{each}  {evidence().facts[each].name}") for each in facts]
    return "\n".join([f"{evidence_id}  {name}", f"value     {value}", *lines, *cited])


def _dispute_text(each: Dispute) -> str:
    """Lay out a dispute."""
    lines = [_wrapped("stated", each.stated), _wrapped("others", each.others)]
    lines += [f"verdict   {each.verdict}", _wrapped("decision", each.decision)]
    return "\n".join([f"{each.id}  {each.title}", *lines, f"facts     {' '.join(each.facts)}"])


def _dispute_lines(fact_id: str) -> list[str]:
    """Name the disputes a fact is part of."""
    touching = (each for each in disputes() if fact_id in each.facts)
    return [_wrapped("disputed", f"{each.id} {each.verdict}: {each.decision}") for each in touching]


def _source_line(source: Source) -> str:
    """Lay out one source and, under it, its address."""
    parts = (source.title, source.publisher, source.date, source.license)
    name = ", ".join(each for each in parts if each)
    return _wrapped("source", name) + (f"\n{' ' * 10}{source.url}" if source.url else "")


def _wrapped(label: str, text: str) -> str:
    """Wrap a text behind its label."""
    return fill(text, _WIDTH, initial_indent=label.ljust(10), subsequent_indent=" " * 10)


def _range(spread: Spread, unit: str) -> str:
    """Write a spread with its unit."""
    span = "" if spread.is_fixed else f" [{_number(spread.low)}-{_number(spread.high)}]"
    return f"{_number(spread.central)}{span} {unit if unit != '1' else ''}".rstrip()


def _number(value: float) -> str:
    """Write a number without needless digits."""
    return f"{value:.6g}" if abs(value) < _LARGE else f"{value:.10g}"


def _shortened(text: str, width: int) -> str:
    """Cut a text to a width, marking the cut."""
    return text if len(text) <= width else text[: width - 3].rstrip() + "..."
