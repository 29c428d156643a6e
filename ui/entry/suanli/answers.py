"""Answers to questions, frozen: a sentence, a table, and how the futures were drawn."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from math import nan
from typing import TYPE_CHECKING, Any

from planner.files.exports.records import Record, Value
from planner.model.graph import model
from planner.model.scenario import Scenario as Planned
from planner.studies.answers.answer import Answer as Told
from planner.studies.answers.stamp import Stamp, stamp_of
from suanli.scenarios import Scenario

if TYPE_CHECKING:
    from pandas import DataFrame

Columns = dict[str, str]
"""The unit of each column by its key; empty for words, and for numbers without a unit."""


@dataclass(frozen=True, slots=True, eq=False)
class Answer:
    """What a study answers: `sentence` says it, `table()` has its numbers.

    `study` is the name of the command, `notes` stand under the table. `seed`, `draws`, `futures`
    and `model_version` say how it was computed. `scenario` is the one that the answer makes, such
    as the best split; None where it makes none.
    """

    study: str
    title: str
    sentence: str
    notes: tuple[str, ...]
    seed: int
    draws: str
    futures: int
    model_version: str
    scenario: Scenario | None
    records: tuple[Record, ...] = field(repr=False)
    units: Columns = field(repr=False)

    def __repr__(self) -> str:
        """Return of which question it is, and how large its table is."""
        return f"<Answer of {self.study}: {self.title!r}, {len(self.records)} rows>"

    def __str__(self) -> str:
        """Return what it says."""
        return self.sentence

    def _repr_html_(self) -> str:
        """Return sentence and table for a notebook."""
        from suanli.shown.drawing import answer_html

        return answer_html(self)

    def table(self) -> "DataFrame":
        """Return its numbers, the rows of the CSV that the command writes, undefined ones NaN.

        Numbers are in the unit that `attrs["units"]` names for their column.

        >>> import suanli
        >>> answer = suanli.explain("vouchers-x4", futures=64)
        >>> answer.table().attrs["units"]["median"]
        'firm'
        """
        from pandas import DataFrame

        columns = {key: _column([each[key] for each in self.records]) for key in self.units}
        table = DataFrame(columns)
        table.attrs |= {
            "title": self.title,
            "sentence": self.sentence,
            "notes": self.notes,
            "units": dict(self.units),
            **self.stamp,
        }
        return table

    @property
    def stamp(self) -> dict[str, Any]:
        """How it was computed: seed, draws, number of futures, version of the model."""
        names = ("seed", "draws", "futures", "model_version")
        return {name: getattr(self, name) for name in names}


def answered(study: str, told: Told, scenario: Planned | None = None) -> Answer:
    """Return an answer as it is told, and the scenario that it makes."""
    told = told.for_programs
    keys = [each.key for each in told.table.columns]
    records = tuple(dict(zip(keys, row, strict=True)) for row in told.table.rows)
    units = {each.key: each.unit for each in told.table.columns}
    made = None if scenario is None else Scenario(scenario)
    title, notes, stamp = told.title, told.table.notes, told.stamp
    return Answer(study, title, told.sentence, notes, *_drawn(stamp), made, records, units)


def recorded(
    study: str, title: str, sentences: Sequence[str], asked: Planned, records: Sequence[Record]
) -> Answer:
    """Return an answer that is told by its records alone; each names its unit."""
    units = {key: "" for record in records[:1] for key in record}
    stamp = stamp_of(asked)
    said = " ".join(filter(None, sentences))
    return Answer(study, title, said, (), *_drawn(stamp), None, tuple(records), units)


def _column(values: list[Value]) -> list[Value]:
    """Return a column; of numbers with NaN where one is not known."""
    is_of_words = any(isinstance(each, str) for each in values)
    return values if is_of_words else [nan if each is None else each for each in values]


def _drawn(stamp: Stamp) -> tuple[int, str, int, str]:
    return stamp.seed, stamp.draws, stamp.futures, model().version
