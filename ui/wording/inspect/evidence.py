"""What an input rests on, in lines: figures, arguments, sources with addresses, disputes.

Floor: wording; no Qt. Evidence is told as it was recorded, in the units of its record.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from planner.quantities.spread import Spread
from planner.quantities.told.labels import evidence_text
from planner.quantities.told.lists import clauses, in_a_row, led_by, sentences
from planner.storage.sentences.catalog import translate
from planner.studies.inspect.evidence import Account, Proof, accounts_of
from planner.studies.inspect.node import node_of_input
from ui.wording.inspect.names import node_name
from ui.wording.inspect.numbers import in_equation


@dataclass(frozen=True, slots=True)
class EvidenceLine:
    """A line: `depth` steps in, a caption, the text, and the address of a source where it has one.

    One that `is_disputed` says where sources contradict each other.
    """

    depth: int
    caption: str
    text: str
    url: str = ""
    is_disputed: bool = False


def evidence_lines(proofs: tuple[Proof, ...], depth: int = 0) -> tuple[EvidenceLine, ...]:
    """Return the lines of pieces of evidence, each with what it leans on below it."""
    return tuple(line for proof in proofs for line in _lines(proof, depth))


def _lines(proof: Proof, depth: int) -> Iterator[EvidenceLine]:
    yield EvidenceLine(depth, _kind(proof), _headline(proof))
    if proof.text:
        yield EvidenceLine(depth + 1, _reason(proof), evidence_text(proof.text))
    if proof.grade:
        yield EvidenceLine(depth + 1, translate("Inspect", "Confidence"), _grade(proof.grade))
    for source in proof.sources:
        parts = (source.title, source.publisher, source.date)
        text = ", ".join(each for each in parts if each)
        yield EvidenceLine(depth + 1, translate("Inspect", "Source"), text, source.url)
    for each in proof.disputes:
        text = sentences(map(evidence_text, (each.stated, each.others, each.decision)))
        yield EvidenceLine(depth + 1, translate("Inspect", "In dispute"), text, is_disputed=True)
        for account in accounts_of(each):
            figure = translate("Inspect", "Figure")
            yield EvidenceLine(depth + 2, figure, _account(account))
    yield from evidence_lines(proof.leans_on, depth + 1)


def _account(account: Account) -> str:
    """Return one of the figures in a dispute, of which year it is, and when it was published."""
    figure = _figure(account.figure, account.unit)
    printed, published = "", ""
    if account.printed is not None:
        text = translate("Inspect", "as printed: {figure}")
        printed = text.format(figure=in_equation(account.printed, account.unit))
    if account.dates:
        text = translate("Inspect", "published {dates}")
        published = text.format(dates=in_a_row(account.dates))
    parts = (evidence_text(account.name), figure, printed, account.year, published)
    return led_by(account.id, clauses(filter(None, parts)))


def _headline(proof: Proof) -> str:
    """Return the id, the name, the figure and its year in one line."""
    figure = "" if proof.figure is None else _figure(proof.figure, proof.unit)
    name = evidence_text(proof.name)
    if proof.kind == "path":
        name = node_name(node_of_input(proof.id.partition(":")[2]))
    parts = (name, figure, proof.year)
    return led_by(proof.id, clauses(parts))


def _figure(figure: Spread, unit: str) -> str:
    low, central, high = (in_equation(part, unit) for part in figure.parts)
    if figure.is_fixed:
        return central
    text = translate("Inspect", "{central}, between {low} and {high}")
    return text.format(central=central, low=low, high=high)


def _kind(proof: Proof) -> str:
    return {
        "fact": translate("Inspect", "Fact"),
        "judgement": translate("Inspect", "Judgement"),
        "unknown": translate("Inspect", "Not published, assumed"),
        "derivation": translate("Inspect", "Derived"),
        "path": translate("Inspect", "Path over the years"),
    }[proof.kind]


def _reason(proof: Proof) -> str:
    return {
        "fact": translate("Inspect", "Note"),
        "derivation": translate("Inspect", "How"),
    }.get(proof.kind, translate("Inspect", "Argument"))


def _grade(grade: str) -> str:
    return {
        "seed": translate("Tip", "stated in one of the four articles"),
        "A": translate("Tip", "A, official"),
        "B": translate("Tip", "B, a named institution or major press"),
        "C": translate("Tip", "C, secondary or partial"),
        "D": translate("Tip", "D, weak or assumed"),
    }[grade]
