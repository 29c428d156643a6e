"""What a report says, as frozen values: texts, tables, bars, charts; no layout. Floor: print."""

from dataclasses import dataclass
from datetime import date
from typing import Final

from planner.model.scenario import FIRST_YEAR
from planner.studies.cards import GENERAL, Card
from planner.studies.combination import Combination
from planner.studies.key_figures import YEAR
from ui.charts.contents.scopes import Areas
from ui.charts.contents.specs import ChartSetting
from ui.engine.answered import Answered
from ui.style.theme import LIGHT
from ui.wording.sentences.report_pages import PAGES_BEFORE, PAGES_BEHIND, STORY


@dataclass(frozen=True, slots=True)
class Combined:
    """Combinations in all years, and what the scenarios are called that they are of."""

    found: tuple[Combination, ...] = ()
    titles: tuple[str, ...] = ()


NOTHING_COMBINED: Final = Combined()
Order = tuple[str | int, ...]
"""Pages of a report by their names and answers by their numbers, from 0, as they stand in it."""


def usual_order(answers: int) -> Order:
    """Return all pages and so many answers as they stand where nothing else is chosen."""
    return (*PAGES_BEFORE, *range(answers), *PAGES_BEHIND)


@dataclass(frozen=True, slots=True)
class Asked:
    """What a report is to tell: in which year, of which places, cards and charts.

    Without charts, those of a first start; without a day, today. `together` is a sentence on what
    only a combination of the scenarios gives, `combined` that by year; `answers` are those to
    questions that were kept, `order` is what of all stands where, None for the usual.
    """

    year: int = YEAR
    areas: Areas = ()
    cards: tuple[Card, ...] = GENERAL
    settings: tuple[ChartSetting, ...] = ()
    made: date | None = None
    together: str = ""
    combined: Combined = NOTHING_COMBINED
    answers: tuple[Answered, ...] = ()
    order: Order | None = None

    def year_within(self, last_year: int) -> int:
        """Return the year, or the last one of a run that ends before it."""
        return max(FIRST_YEAR, min(self.year, last_year))


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell of a table; it may `span` several columns, and have a range `below` its text."""

    text: str = ""
    color: str = LIGHT.text
    strong: bool = False
    span: int = 1
    below: str = ""


Cells = tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """Rows of a head and of a body; numbers stand at the right where `rights` says so.

    So many rows in a row stay `together` on a page: a level and the difference below it.
    """

    heads: tuple[Cells, ...]
    rows: tuple[Cells, ...]
    rights: tuple[bool, ...]
    together: int = 1


@dataclass(frozen=True, slots=True)
class Bar:
    """The share of a scenario's futures that meet a target; None where it is not known."""

    name: str
    color: str
    share: float | None
    text: str


@dataclass(frozen=True, slots=True)
class TargetBars:
    """A target in words, and a bar for each scenario."""

    title: str
    bars: tuple[Bar, ...]


@dataclass(frozen=True, slots=True)
class Dated:
    """An event: its date, what it is, and when in 80% of futures where that is known.

    It `differs` where it is not the same in all scenarios.
    """

    date: str
    text: str
    differs: bool = True


@dataclass(frozen=True, slots=True)
class Contents:
    """All that a report says; what there is nothing to say of is empty.

    `heads` are the titles of its sections, by what stands in them; `briefs` are the
    comparison of those outcomes alone that are asked for, the longest first, `outcomes` their
    keys; `limits` go on where the comparison ends; `scenarios` are the titles of those beside
    each other in their colors, what they are held against first. What is not in its `order` is
    empty.
    """

    title: str
    day: str
    author: str
    notes: str
    argument: tuple[str, ...]
    breaches: tuple[str, ...]
    answer: tuple[str, ...]
    inputs: tuple[Table, ...]
    comparison_title: str
    comparison: tuple[Table, ...]
    briefs: tuple[tuple[Table, ...], ...]
    limits: tuple[Table, ...]
    scenarios: Cells
    outcomes: tuple[str, ...]
    settings: tuple[ChartSetting, ...]
    dates: tuple[Dated, ...]
    targets: tuple[TargetBars, ...]
    together_title: str
    together: tuple[Table, ...]
    care: tuple[str, ...]
    answers: tuple["AnswerTold", ...]
    command: str
    provenance: str
    heads: "Heads"
    order: Order = ()

    @property
    def is_as_usual(self) -> bool:
        """Whether all stands in the usual order, a story last, or no order is told."""
        usual = usual_order(len(self.answers))
        order = tuple(each for each in self.order if each != STORY)
        is_last = STORY not in self.order[:-1]
        return is_last and order == tuple(each for each in usual if each in order)


@dataclass(frozen=True, slots=True)
class AnswerTold:
    """An answer to a question: what was asked, what it is about, what is said, and its numbers.

    `stamp` says how futures were drawn; its picture is made where it is laid out.
    """

    title: str
    about: str
    sentence: str
    table: Table
    notes: tuple[str, ...]
    stamp: str
    answered: Answered


@dataclass(frozen=True, slots=True)
class Heads:
    """What the sections are called, and what stands before the command."""

    inputs: str
    charts: str
    dates: str
    targets: str
    care: str
    answers: str
    reproduce: str
    pages: str
    story: str
