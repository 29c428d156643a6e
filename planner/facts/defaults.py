"""The default of a lever, assumption or constant, by the id of its evidence, and why it is so.

An id is a fact ("P007"), a judgement ("J:rent_2025"), a derivation ("derived:other_capex") or, for
the explanation alone, a path ("path:legal_imports").  Holds no number of its own.  Floor: facts.
"""

from __future__ import annotations

from dataclasses import replace
from difflib import get_close_matches
from itertools import groupby
from typing import TYPE_CHECKING, Final, TypeVar

from planner.docstring import docstring
from planner.facts import convert
from planner.facts.derive import DERIVATIONS, stated
from planner.facts.lever_paths import dated, dates_text, is_path, lever_paths
from planner.facts.load import evidence
from planner.facts.record import Dispute, EvidenceError, Fact, Figures, Judgement, Provenance
from planner.facts.told import named
from planner.quantities.spread import Spread
from planner.quantities.told.labels import evidence_text
from planner.quantities.told.lists import in_a_row, led_by, sentences
from planner.storage.sentences.catalog import translate

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

CHOSEN: Final = frozenset({"assumption", "unknown"})
"""Kinds of what we chose ourselves, weighing facts."""

_ID_SHOWN_AT_MOST: Final = 60
_Part = TypeVar("_Part")


def default(evidence_id: str, unit: str, figures: Figures = "corroborated") -> Spread:
    """Return the spread of a fact, judgement or derivation in `unit`.

    Raises EvidenceError for an unknown id, or a unit that measures something else.
    """
    spread, own = native(evidence_id, figures)
    try:
        return spread.scaled(convert.factor(own, unit))
    except EvidenceError as error:
        message = f"{evidence_id}: {error}"
        raise EvidenceError(message) from error


def native(evidence_id: str, figures: Figures = "corroborated") -> tuple[Spread, str]:
    """Return the spread and the unit it is recorded in; EvidenceError for an unknown id."""
    found = evidence()
    if evidence_id in found.facts:
        fact = found.facts[evidence_id]
        return stated(fact, figures), fact.unit
    if evidence_id in found.judgements:
        each = found.judgements[evidence_id]
        low = each.value if each.low is None else each.low
        high = each.value if each.high is None else each.high
        return Spread(low, each.value, high), each.unit
    if evidence_id in DERIVATIONS:
        return DERIVATIONS[evidence_id][0](figures)
    raise unknown_id(evidence_id)


def unknown_id(evidence_id: str) -> EvidenceError:
    """Return the error for an id that is not there, naming those that look like it."""
    found = evidence()
    ids = [*found.facts, *found.judgements, *DERIVATIONS, *found.disputes, *lever_paths()]
    folded = {each.casefold(): each for each in ids}
    wanted = evidence_id.casefold()
    near = [folded[each] for each in get_close_matches(wanted, folded, n=5, cutoff=0.5)]
    inside = [folded[each] for each in folded if wanted and wanted in each and each not in near]
    close = list(dict.fromkeys([*near, *inside]))[:6]
    fits = len(evidence_id) <= _ID_SHOWN_AT_MOST
    said = evidence_id if fits else f"{evidence_id[:_ID_SHOWN_AT_MOST]}…"
    return EvidenceError(_unknown(said, close))


def _unknown(said: str, near: Sequence[str]) -> str:
    text = translate("Evidence", "no evidence has the id “{id}”")
    if near:
        text = translate("Evidence", "no evidence has the id “{id}”; near it: {near}")
    return text.format(id=said, near=in_a_row(near))


def disputes_of(*fact_ids: str) -> tuple[Dispute, ...]:
    """Return the disputes that touch any of the facts."""
    found = evidence().disputes.values()
    return tuple(each for each in found if set(fact_ids) & set(each.facts))


def explain(evidence_id: str) -> Provenance:
    """Return why a default is what it is; EvidenceError for an unknown id."""
    found = evidence()
    if evidence_id in found.facts:
        return _explain_fact(found.facts[evidence_id])
    if evidence_id in found.judgements:
        return _explain_judgement(found.judgements[evidence_id])
    if evidence_id in DERIVATIONS:
        function, facts = DERIVATIONS[evidence_id]
        text = evidence_text(" ".join(docstring(function).split()))
        return _provenance(text, facts, "derived")
    if is_path(evidence_id) and evidence_id in lever_paths():
        return _explain_path(evidence_id)
    raise unknown_id(evidence_id)


def _explain_path(evidence_id: str) -> Provenance:
    """Explain a path by its knots, each run of them by its evidence; kind is the largest's.

    Its disputes are those of the figures it goes through; what judgements weigh beside them, as
    the budget of another place, counts where there are judgements alone.
    """
    knots = dated(evidence_id)
    runs = [(name, tuple(each)) for name, each in groupby(knots, lambda knot: knot.evidence)]
    reasons = {name: explain(name) for name, _ in runs}
    largest = max(knots, key=lambda knot: knot.value)
    told = (led_by(dates_text(each), _reason(name)) for name, each in runs)
    figures = [each for each in reasons.values() if each.kind not in CHOSEN]
    return Provenance(
        text=sentences(told),
        source_names=_together(each.source_names for each in reasons.values()),
        urls=_together(each.urls for each in reasons.values()),
        grade=_weakest(each.grade for each in reasons.values()),
        kind=reasons[largest.evidence].kind,
        disputes=_together(each.disputes for each in figures or reasons.values()),
    )


def _reason(evidence_id: str) -> str:
    """Return why a knot is what it is: the name of a fact, the argument of all else."""
    fact = evidence().facts.get(evidence_id)
    return named(fact.name, "") if fact else explain(evidence_id).text


def _together(parts: Iterable[tuple[_Part, ...]]) -> tuple[_Part, ...]:
    """Return all that the parts hold once, in their order."""
    return tuple(dict.fromkeys(each for part in parts for each in part))


def _explain_fact(fact: Fact) -> Provenance:
    """Explain a fact by its name and note."""
    return _provenance(named(fact.name, fact.note), (fact.id,), fact.kind)


def _explain_judgement(each: Judgement) -> Provenance:
    """Explain a judgement by its argument; without a measurement it is graded D."""
    kind = "unknown" if each.unknown else "assumption"
    found = _provenance(evidence_text(each.argument), each.evidence, kind)
    return found if each.measured else replace(found, grade="D")


def _provenance(text: str, fact_ids: tuple[str, ...], kind: str) -> Provenance:
    """Gather sources, the weakest grade and the disputes of the facts."""
    found = evidence()
    facts = [found.facts[each] for each in fact_ids]
    ids = dict.fromkeys(source for fact in facts for source in fact.sources)
    sources = [found.sources[each] for each in ids]
    return Provenance(
        text=text,
        source_names=tuple(_name(each.title, each.publisher, each.date) for each in sources),
        urls=tuple(each.url for each in sources if each.url),
        grade=_weakest(fact.grade for fact in facts),
        kind=kind,
        disputes=disputes_of(*fact_ids),
    )


def _weakest(grades: Iterable[str]) -> str:
    """Return the weakest grade; that of the seed articles only where there is no other."""
    marked = sorted(grade for grade in grades if grade != "seed")
    return marked[-1] if marked else "seed"


def _name(title: str, publisher: str, date: str) -> str:
    """Name a source in one line."""
    return ", ".join(each for each in (title, publisher, date) if each)
