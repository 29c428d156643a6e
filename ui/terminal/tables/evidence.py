"""The evidence as text: the table of all of it, and the full record of one id.

Names and arguments are said in the language spoken, figures in the unit of their record.
"""

from collections.abc import Iterable, Iterator
from typing import Final

from planner.docstring import docstring, first_line
from planner.facts.defaults import explain, native, unknown_id
from planner.facts.derive import DERIVATIONS
from planner.facts.lever_paths import dated, knots_text, lever_paths
from planner.facts.load import evidence
from planner.facts.record import Dispute, Fact, Judgement, Source
from planner.facts.told import grade_text, kind_text, verdict_text
from planner.quantities.spread import Spread
from planner.quantities.told.labels import evidence_text, model_text
from planner.quantities.told.lists import led_by
from planner.quantities.told.numerals import plain
from planner.storage.sentences.catalog import translate
from ui.terminal.tables.columns import aligned_left
from ui.terminal.tables.wrapping import WIDTH, columns_of, filled, wrapped
from ui.wording.translate import unit_text

_NAME_WIDTH: Final = 46
_SOURCE_WIDTH: Final = 28
_LABEL_WIDTH: Final = 8
_DIGITS: Final = 6
_LARGE: Final = 1e6
_DIGITS_OF_LARGE: Final = 10
_CUT: Final = "..."

Row = tuple[str, ...]
Line = tuple[str, str]
"""A label, and what stands behind it; a label that is empty goes on with the one above."""


def facts_text(evidence_id: str | None = None) -> str:
    """Return the table of all evidence, or the full record of one id.

    Raises EvidenceError for an unknown id, naming those near it.
    """
    return _table() if evidence_id is None else _record(evidence_id)


def _table() -> str:
    """Lay out all evidence in aligned columns."""
    found = evidence()
    disputed = {each for dispute in found.disputes.values() for each in dispute.facts}
    facts = [_fact_row(fact, is_disputed=fact.id in disputed) for fact in found.facts.values()]
    ours = [_judgement_row(each) for each in found.judgements.values()]
    derived = [_derived_row(each) for each in DERIVATIONS]
    paths = [_path_row(each) for each in lever_paths()]
    head = _head()
    rows = [head, *sorted(facts), *derived, *paths, *ours]
    widths = [max(columns_of(row[i]) for row in rows) for i in range(len(head))]
    rule = tuple("-" * width for width in widths)
    text = translate(
        "Facts", "{facts} facts, {derived} derivations, {paths} paths, {ours} judgements"
    )
    counts = text.format(facts=len(facts), derived=len(derived), paths=len(paths), ours=len(ours))
    return "\n".join([aligned_left([head, rule, *rows[1:]]), "", counts, filled(_grades())])


def _head() -> Row:
    return (
        translate("Facts", "id"),
        translate("Facts", "name"),
        translate("Facts", "value"),
        translate("Facts", "year"),
        translate("Facts", "grade"),
        translate("Facts", "source"),
    )


def _grades() -> str:
    return translate(
        "Facts",
        "grades: seed = a seed article, A = official, B = named institution or major press, "
        "C = secondary or partial, D = weak or assumed; * = disputed, ? = not published",
    )


def _fact_row(fact: Fact, *, is_disputed: bool) -> Row:
    mark = "*" if is_disputed else ""
    first = evidence().sources[fact.sources[0]]
    more = f" +{len(fact.sources) - 1}" if len(fact.sources) > 1 else ""
    source = _cut(first.publisher or first.title, _SOURCE_WIDTH - len(more)) + more
    return fact.id + mark, _name(fact.name), _figure(fact), fact.year, fact.grade, source


def _judgement_row(each: Judgement) -> Row:
    mark = "?" if each.unknown else ""
    text = translate("Facts", "ours; see {ids}")
    cited = _cut(text.format(ids=" ".join(each.evidence)), _SOURCE_WIDTH)
    return each.id + mark, _name(each.name), _range(*native(each.id)), "", "-", cited


def _derived_row(evidence_id: str) -> Row:
    _, facts = DERIVATIONS[evidence_id]
    name, grade = _cut(_derivation(evidence_id), _NAME_WIDTH), explain(evidence_id).grade
    return evidence_id, name, _range(*native(evidence_id)), "", grade, _from(facts)


def _path_row(evidence_id: str) -> Row:
    knots = dated(evidence_id)
    values = sorted(each.value for each in knots)
    value = f"{_number(values[0])}-{_number(values[-1])} {unit_text(knots[0].unit)}"
    years = f"{knots[0].date:.0f}-{knots[-1].date:.0f}"
    name = translate("Facts", "Path of {count} values").format(count=len(knots))
    cited = dict.fromkeys(each.evidence for each in knots)
    return evidence_id, name, value, years, explain(evidence_id).grade, _from(cited)


def _from(ids: Iterable[str]) -> str:
    return _cut(translate("Facts", "from {ids}").format(ids=" ".join(ids)), _SOURCE_WIDTH)


def _record(evidence_id: str) -> str:
    """Lay out everything known about one id."""
    found = evidence()
    if evidence_id in found.facts:
        return _laid_out(*_fact(found.facts[evidence_id]))
    if evidence_id in found.judgements:
        return _laid_out(*_judgement(found.judgements[evidence_id]))
    if evidence_id in DERIVATIONS:
        return _laid_out(*_derived(evidence_id))
    if evidence_id in lever_paths():
        return _laid_out(*_path(evidence_id))
    if evidence_id in found.disputes:
        return _laid_out(*_dispute(found.disputes[evidence_id]))
    raise unknown_id(evidence_id)


def _laid_out(head: str, lines: Iterable[Line]) -> str:
    """Return a record: its head, and its lines behind labels of one width."""
    told = list(lines)
    width = max(_LABEL_WIDTH, *(columns_of(label) for label, _ in told)) + 2
    rows = [head]
    for label, text in told:
        padded = label + " " * (width - columns_of(label))
        rows.append(padded + f"\n{' ' * width}".join(wrapped(text, WIDTH - width)))
    return "\n".join(rows)


def _fact(fact: Fact) -> tuple[str, Iterator[Line]]:
    return f"{fact.id}  {evidence_text(fact.name)}", _fact_lines(fact)


def _fact_lines(fact: Fact) -> Iterator[Line]:
    """Yield a fact with its sources, both figures and its disputes."""
    yield translate("Facts", "value"), _figure(fact)
    yield translate("Facts", "year"), fact.year
    yield translate("Facts", "place"), model_text(fact.place) or "-"
    yield translate("Facts", "kind"), _kind(fact)
    if fact.as_stated is not None:
        text = translate("Facts", "as printed {printed}, checked {checked}")
        printed, checked = _number(fact.as_stated), _number(native(fact.id)[0].central)
        yield translate("Facts", "figures"), text.format(printed=printed, checked=checked)
    if fact.note:
        yield translate("Facts", "note"), evidence_text(fact.note)
    for source in map(evidence().sources.__getitem__, fact.sources):
        yield from _source_lines(source)
    for each in evidence().disputes.values():
        if fact.id in each.facts:
            text = translate("Facts", "{id} {verdict}: {decision}")
            said = {"verdict": verdict_text(each.verdict), "decision": evidence_text(each.decision)}
            yield translate("Facts", "disputed"), text.format(id=each.id, **said)


def _kind(fact: Fact) -> str:
    """Return the kind, and the grade where it is not that of a seed article."""
    if fact.grade == "seed":
        return kind_text(fact.kind)
    text = translate("Facts", "{kind}, grade {grade}")
    return text.format(kind=kind_text(fact.kind), grade=grade_text(fact.grade))


def _source_lines(source: Source) -> Iterator[Line]:
    parts = (source.title, source.publisher, source.date, source.license)
    yield translate("Facts", "source"), ", ".join(each for each in parts if each)
    if source.url:
        yield "", source.url


def _judgement(each: Judgement) -> tuple[str, list[Line]]:
    """Return a judgement with its argument and what it cites."""
    kind = translate("Facts", "ours")
    if each.unknown:
        kind = translate("Facts", "not published: an assumption stands in")
    lines = [
        (translate("Facts", "value"), _range(*native(each.id))),
        (translate("Facts", "kind"), kind),
        (translate("Facts", "argument"), evidence_text(each.argument)),
    ]
    return f"{each.id}  {evidence_text(each.name)}", [*lines, *_rests_on(each.evidence)]


def _derived(evidence_id: str) -> tuple[str, list[Line]]:
    """Return a derivation with how it is made and what it rests on."""
    lines = [
        (translate("Facts", "value"), _range(*native(evidence_id))),
        (translate("Facts", "kind"), kind_text("derived")),
        (translate("Facts", "how"), explain(evidence_id).text),
    ]
    head = f"{evidence_id}  {_derivation(evidence_id)}"
    return head, [*lines, *_rests_on(DERIVATIONS[evidence_id][1])]


def _derivation(evidence_id: str) -> str:
    """Return what is derived in a sentence: its first one where it has no more than a line."""
    function, _ = DERIVATIONS[evidence_id]
    said = " ".join(docstring(function).split())
    told = evidence_text(said)
    return first_line(function) if told == said else told


def _path(evidence_id: str) -> tuple[str, list[Line]]:
    """Return a path: each of its values with the evidence behind it."""
    lines = []
    for knot in dated(evidence_id):
        text = translate("Facts", "{value} ({id}): {reason}")
        reason = explain(knot.evidence).text
        said = text.format(value=knots_text([knot]), id=knot.evidence, reason=reason)
        lines.append((translate("Facts", "from"), said))
    title = translate("Facts", "Default path of a lever")
    return f"{evidence_id}  {title}", lines


def _rests_on(facts: Iterable[str]) -> Iterator[Line]:
    for each in facts:
        name = evidence_text(evidence().facts[each].name)
        yield translate("Facts", "rests on"), led_by(each, name)


def _dispute(each: Dispute) -> tuple[str, list[Line]]:
    lines = [
        (translate("Facts", "stated"), evidence_text(each.stated)),
        (translate("Facts", "others"), evidence_text(each.others)),
        (translate("Facts", "verdict"), verdict_text(each.verdict)),
        (translate("Facts", "decision"), evidence_text(each.decision)),
        (translate("Facts", "facts"), " ".join(each.facts)),
    ]
    return f"{each.id}  {evidence_text(each.title)}", lines


def _figure(fact: Fact) -> str:
    return f"{fact.qualifier} {_range(*native(fact.id))}".strip()


def _range(spread: Spread, unit: str) -> str:
    """Return a spread with its unit."""
    span = "" if spread.is_fixed else f" [{_number(spread.low)}-{_number(spread.high)}]"
    return f"{_number(spread.central)}{span} {unit_text(unit) if unit != '1' else ''}".rstrip()


def _number(value: float) -> str:
    digits = _DIGITS if abs(value) < _LARGE else _DIGITS_OF_LARGE
    return plain(value, digits, is_grouped=False)


def _name(name: str) -> str:
    return _cut(evidence_text(name), _NAME_WIDTH)


def _cut(text: str, width: int) -> str:
    """Return a text that is no wider, its cut marked."""
    if columns_of(text) <= width:
        return text
    kept = text
    while columns_of(kept) > width - len(_CUT):
        kept = kept[:-1]
    return kept.rstrip() + _CUT
