"""Export formats as rows: what each is called, how its files end, and what writes its numbers.

Seventh floor of planner. The options of the terminal and the filters of the window's dialogs are
made of these rows. To add a format is to add its row and its writer. Charts and the report, which
need Qt to be written, have rows of the same type in `ui.wording.commands.rows.export_formats`.
"""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from planner.quantities.unit_system import UnitSystem
from planner.storage.sentences.catalog import marked

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from planner.ensemble.progress import Steps
    from planner.ensemble.projection import Projection
    from planner.studies.answers.answer import Answer
    from planner.studies.combination import Combination


@dataclass(frozen=True, slots=True, kw_only=True)
class Format:
    """One export format.

    `key` is its option in the terminal, without the hyphens, and `told` the sentence of its help.
    `suffix` is how its files end, `label` what a dialog calls it. Letters of a title are left to
    the fonts of the reader where it `keeps_letters`; else they are painted with ours. `variant_of`
    names the format that it is another form of, and then its key is a choice: `--csv-for excel`.
    """

    key: str
    suffix: str
    label: str
    told: str
    keeps_letters: bool = True
    carries_scenario: bool = False
    can_be_printed: bool = False
    variant_of: str = ""

    @property
    def ending(self) -> str:
        """How the name of a file ends: the suffix with its dot."""
        return f".{self.suffix}"


@dataclass(frozen=True, slots=True)
class Beside:
    """The number of the run that others are held against, else the baseline.

    Combinations of runs, and answers to questions about them, stand in the file as well.
    """

    reference: int | None = None
    combinations: "Sequence[Combination]" = ()
    answers: "Sequence[Answer]" = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class NumbersFormat(Format):
    """A format of every outcome of runs, month by month.

    `write` tells them in a system of units and yields the share that is done.
    One that `compares` is given the run of the baseline first, and runs that hold what they differ
    by (`comparison_requests`); with `write_beside`, from the run that is told there.
    """

    write: "Callable[[Sequence[Projection], UnitSystem], Steps[bytes]]"
    write_beside: "Callable[[Sequence[Projection], Beside, UnitSystem], Steps[bytes]] | None" = None

    @property
    def compares(self) -> bool:
        """Whether it tells what runs differ by."""
        return self.write_beside is not None


def _csv(projections: "Sequence[Projection]", system: UnitSystem) -> "Steps[bytes]":
    from planner.files.exports.tidy_table import csv_text

    yield 0.0
    return csv_text(projections, system=system).encode()


def _json(projections: "Sequence[Projection]", system: UnitSystem) -> "Steps[bytes]":
    from planner.files.exports.tidy_table import json_text

    yield 0.0
    return json_text(projections, system).encode()


def _workbook(projections: "Sequence[Projection]", system: UnitSystem) -> "Steps[bytes]":
    from planner.files.exports.workbook import workbook_steps

    return workbook_steps(projections, system=system)


def _workbook_beside(
    projections: "Sequence[Projection]", beside: Beside, system: UnitSystem
) -> "Steps[bytes]":
    from planner.files.exports.workbook import workbook_steps

    return workbook_steps(
        projections, beside.reference, system, beside.combinations, beside.answers
    )


NUMBERS: Final = (
    NumbersFormat(
        key="csv",
        suffix="csv",
        label="CSV",
        told=marked("Commands", "write every outcome, month by month; - prints it"),
        can_be_printed=True,
        write=_csv,
    ),
    NumbersFormat(
        key="json",
        suffix="json",
        label="JSON",
        told=marked("Commands", "write the same as JSON; - prints it"),
        can_be_printed=True,
        write=_json,
    ),
    NumbersFormat(
        key="xlsx",
        suffix="xlsx",
        label="Excel workbook",
        told=marked(
            "Commands",
            "write a workbook: comparison by year, inputs, events, sources and the numbers, "
            "the baseline first",
        ),
        write=_workbook,
        write_beside=_workbook_beside,
    ),
)
XMILE: Final = Format(
    key="xmile",
    suffix="xmile",
    label="XMILE model",
    told=marked("Commands", "write the model as XMILE 1.0; - prints it"),
    can_be_printed=True,
)
TABLES: Final = (
    Format(
        key="csv",
        suffix="csv",
        label="CSV",
        told=marked("Commands", "write {what} as CSV; - prints it"),
        can_be_printed=True,
    ),
    Format(
        key="json",
        suffix="json",
        label="JSON",
        told=marked("Commands", "write {what} as JSON, with what is said of it; - prints it"),
        can_be_printed=True,
    ),
)
"""Formats of the answer of one study, such as `suanli backtest`; `{what}` is its subject."""
