"""What a value of the evidence rests on: figures, arguments, sources and disputes; floor six.

Everything is as it was recorded; how it is said is for the faces. A judgement and a derivation lean
on facts, the default path of a lever on the evidence of each of its dates.
"""

from dataclasses import dataclass
from typing import Literal

from planner.docstring import docstring
from planner.facts.defaults import native
from planner.facts.derive import DERIVATIONS
from planner.facts.lever_paths import dated, lever_paths
from planner.facts.load import evidence
from planner.facts.record import Dispute, Fact, Judgement, Source
from planner.quantities.spread import Spread

Kind = Literal["fact", "judgement", "unknown", "derivation", "path"]
"""A judgement that stands for a figure nobody published is `unknown`."""


@dataclass(frozen=True, slots=True)
class Proof:
    """One piece of evidence: what it says, how far to trust it, and what it leans on.

    `grade` is that of a fact, A to D or "seed" for an article's own figure; empty of others.
    `figure` is in `unit`; None of a path. `year` is that of the figure.
    """

    id: str
    kind: Kind
    name: str
    text: str
    figure: Spread | None = None
    unit: str = ""
    year: str = ""
    grade: str = ""
    sources: tuple[Source, ...] = ()
    disputes: tuple[Dispute, ...] = ()
    leans_on: tuple["Proof", ...] = ()


@dataclass(frozen=True, slots=True)
class Account:
    """One of the figures in a dispute: what is said, by a source of which date.

    `printed` is what an article prints in its place, None where it prints no other.
    """

    id: str
    name: str
    figure: Spread
    unit: str
    year: str
    dates: tuple[str, ...]
    printed: float | None = None


def accounts_of(dispute: Dispute) -> tuple[Account, ...]:
    """Return the figures that contradict each other, in the order of the record."""
    return tuple(_account(evidence().facts[each]) for each in dispute.facts)


def proof_of(evidence_id: str) -> Proof:
    """Return a piece of evidence with all it leans on. Raises EvidenceError for an unknown id."""
    found = evidence()
    if evidence_id in found.facts:
        return _fact(found.facts[evidence_id])
    if evidence_id in found.judgements:
        return _judgement(found.judgements[evidence_id])
    if evidence_id in lever_paths():
        return _path(evidence_id)
    figure, unit = native(evidence_id)
    function, facts = DERIVATIONS[evidence_id]
    name = evidence_id.partition(":")[2].replace("_", " ")
    text = " ".join(docstring(function).split())
    return Proof(evidence_id, "derivation", name, text, figure, unit, leans_on=_all(facts))


def _fact(fact: Fact) -> Proof:
    figure, unit = native(fact.id)
    found = evidence()
    return Proof(
        fact.id,
        "fact",
        fact.name,
        fact.note,
        figure,
        unit,
        fact.year,
        fact.grade,
        tuple(found.sources[each] for each in fact.sources),
        tuple(each for each in found.disputes.values() if fact.id in each.facts),
    )


def _account(fact: Fact) -> Account:
    figure, unit = native(fact.id)
    sources = (evidence().sources[each] for each in fact.sources)
    dates = tuple(each.date for each in sources if each.date)
    other = None if fact.as_stated == figure.central else fact.as_stated
    return Account(fact.id, fact.name, figure, unit, fact.year, dates, other)


def _judgement(each: Judgement) -> Proof:
    figure, unit = native(each.id)
    kind: Kind = "unknown" if each.unknown else "judgement"
    facts = _all(each.evidence)
    return Proof(each.id, kind, each.name, each.argument, figure, unit, leans_on=facts)


def _path(evidence_id: str) -> Proof:
    ids = dict.fromkeys(knot.evidence for knot in dated(evidence_id))
    name = evidence_id.partition(":")[2].replace("_", " ")
    return Proof(evidence_id, "path", name, "", leans_on=_all(tuple(ids)))


def _all(ids: tuple[str, ...]) -> tuple[Proof, ...]:
    return tuple(proof_of(each) for each in ids)
