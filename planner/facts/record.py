"""What a piece of evidence is: sources, facts, judgements, disputes and points.

Plain records; reading them from seeds/ is `load`, turning them into defaults is `defaults`.
Floor: facts.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Literal

if TYPE_CHECKING:
    from collections.abc import Mapping

Figures = Literal["corroborated", "as_stated"]
Kind = Literal["seed", "sourced", "derived", "assumption"]
Grade = Literal["seed", "A", "B", "C", "D"]
Verdict = Literal["slip", "probable slip", "confirmed", "garbled", "incomplete", "scopes differ"]

FIGURES_IN_WORDS: Final[dict[Figures, str]] = {
    "corroborated": "checked",
    "as_stated": "as printed in the articles",
}


class EvidenceError(Exception):
    """Evidence that cannot be used: says what is wrong, in which file and at which id."""


@dataclass(frozen=True, slots=True)
class Source:
    """A publication; `url` is empty when it is not known.

    `license` is that under which data of it are passed on with the program, with credit to it.
    """

    id: str
    title: str
    publisher: str
    date: str
    url: str = ""
    license: str = ""


@dataclass(frozen=True, slots=True)
class Fact:
    """A published or derived figure with its range, in `unit`.

    `value` is the corroborated figure.  Where an article states another one, `as_stated` and
    `corroborated` hold both.  `qualifier` is ">", "~" or "max" as the source words it.
    """

    id: str
    name: str
    value: float
    low: float
    high: float
    unit: str
    year: str
    place: str
    sources: tuple[str, ...]
    grade: Grade
    kind: Kind
    note: str = ""
    qualifier: str = ""
    as_stated: float | None = None
    corroborated: float | None = None


@dataclass(frozen=True, slots=True)
class Judgement:
    """A number we chose, with the argument for it and the facts it rests on.

    `unknown` marks a figure that was looked for and not found: show it as unknown. `measured` is
    False where no fact gives the size of the number, whatever is known around it: graded D.
    """

    id: str
    name: str
    value: float
    unit: str
    argument: str
    evidence: tuple[str, ...]
    low: float | None = None
    high: float | None = None
    unknown: bool = False
    measured: bool = True


@dataclass(frozen=True, slots=True)
class Dispute:
    """Two accounts of one thing, and what is made of them here."""

    id: str
    title: str
    stated: str
    others: str
    verdict: Verdict
    decision: str
    facts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Point:
    """A published figure to draw on an outcome's chart; time in years, end of 2025 = 2026.0.

    `dispute` is what contradicts it and what is made of that, empty where nothing does.
    """

    time: float
    value: float
    low: float
    high: float
    label: str
    fact_id: str
    source: str
    unit: str
    dispute: str = ""


@dataclass(frozen=True, slots=True)
class Provenance:
    """Why a default is what it is, for a tip: text, sources and how far to trust it.

    The text is in the language that was spoken when it was asked for.
    `kind` is that of the fact, "assumption" for a judgement, "unknown" for one that stands in for
    a figure nobody published.
    """

    text: str
    source_names: tuple[str, ...]
    urls: tuple[str, ...]
    grade: str
    kind: str
    disputes: tuple[Dispute, ...] = ()


@dataclass(frozen=True, slots=True)
class Evidence:
    """All evidence in seeds/, by id."""

    sources: Mapping[str, Source]
    facts: Mapping[str, Fact]
    judgements: Mapping[str, Judgement]
    disputes: Mapping[str, Dispute]
