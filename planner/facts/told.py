"""Evidence in the words of the language spoken: kinds, grades, disputes, months of knots.

Names, notes and arguments are recorded in English and said here in the language; titles and
publishers of sources stay as they were published. Floor: facts.
"""

from planner.facts.record import Dispute, Verdict
from planner.quantities.told.labels import evidence_text
from planner.quantities.told.lists import sentences
from planner.storage.sentences.catalog import translate


def account_of(dispute: Dispute) -> str:
    """Return who says what, and what is made of it here."""
    return sentences(map(evidence_text, (dispute.stated, dispute.others, dispute.decision)))


def judged_account_of(dispute: Dispute) -> str:
    """Return the verdict in brackets and the account: `(slip): The article says 3,000. ...`."""
    text = translate("Evidence", "({verdict}): {account}")
    return text.format(verdict=verdict_text(dispute.verdict), account=account_of(dispute))


def dispute_text(dispute: Dispute) -> str:
    """Return the dispute with its id: `C1 (slip): The article says 3,000. ...`."""
    text = translate("Evidence", "{id} ({verdict}): {account}")
    verdict = verdict_text(dispute.verdict)
    return text.format(id=dispute.id, verdict=verdict, account=account_of(dispute))


def verdict_text(verdict: Verdict) -> str:
    """Return what is held of a dispute."""
    return {
        "slip": translate("Evidence", "slip"),
        "probable slip": translate("Evidence", "probable slip"),
        "confirmed": translate("Evidence", "confirmed"),
        "garbled": translate("Evidence", "garbled"),
        "incomplete": translate("Evidence", "incomplete"),
        "scopes differ": translate("Evidence", "scopes differ"),
    }[verdict]


def kind_text(kind: str) -> str:
    """Return the kind of a piece of evidence in a word."""
    return {
        "seed": translate("Evidence", "seed article"),
        "sourced": translate("Evidence", "sourced"),
        "derived": translate("Evidence", "derived"),
        "assumption": translate("Evidence", "assumption"),
        "unknown": translate("Evidence", "not published"),
    }[kind]


def grade_text(grade: str) -> str:
    """Return a grade, A to D; that of a seed article is a word."""
    return translate("Evidence", "seed article") if grade == "seed" else grade


def named(name: str, note: str) -> str:
    """Return the name of a fact as a sentence, and its note."""
    text = translate("Evidence", "{name}.")
    return sentences((text.format(name=evidence_text(name)), evidence_text(note) if note else ""))
