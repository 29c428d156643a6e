"""Texts that stand in rows of tables and are translated where they are shown, by their context.

A row that is shown anywhere has its table named here; a text of the code itself is found there.
Units are not among them: each language has a table of its own, in `planner/quantities/languages`.
"""

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Final

from planner.docstring import docstring
from planner.facts.derive import DERIVATIONS
from planner.facts.load import evidence
from planner.facts.measured import measured_points
from planner.facts.published import labels_of_points
from planner.facts.record import FIGURES_IN_WORDS
from planner.files.exports import formats
from planner.files.exports.formats import Format
from planner.files.reference.equations import functions_told
from planner.files.scenario.scenario_file import examples, open_example
from planner.model.graph import model
from planner.model.indices import LABELS
from planner.model.outcome import GROUPS
from planner.model.stand_ins import SENTENCES, STAND_INS
from planner.model.sums import COUNTS
from planner.studies.survive.worlds import worlds
from planner.studies.variants import variants
from ui.charts.contents.specs import charts
from ui.wording.commands.rows.export_formats import CHARTS, PNG, REPORTS, SHEET

if TYPE_CHECKING:
    from planner.model.inputs import Input

_FORMATS: Final[tuple[Format, ...]] = (
    *(*formats.NUMBERS, formats.XMILE, *formats.TABLES),
    *(*CHARTS, PNG, SHEET, *REPORTS),
)


def texts_of_tables() -> Iterator[tuple[str, Iterable[str]]]:
    """Yield contexts, each with texts of tables in English; an empty one is not said."""
    yield "Model", _of_inputs()
    yield "Model", _of_outcomes()
    yield "Model", (spec.title for spec in charts().values())
    yield "Model", (each.title for each in variants())
    yield "Model", (each.label for each in worlds())
    yield "Model", (*LABELS.values(), *GROUPS.values(), *COUNTS, *FIGURES_IN_WORDS.values())
    yield "Model", (*SENTENCES.values(), *(each.name for each in STAND_INS))
    yield "Model", (row.label for row in _FORMATS)
    yield "Model", (title for _, title, _ in examples())
    yield "Model", (open_example(name).notes for name, _, _ in examples())
    yield "Model", (point.label for point in measured_points())
    yield "Model", (" ".join(docstring(each).split()) for each in functions_told())
    yield "Evidence", _of_evidence()
    yield "Evidence", (" ".join(docstring(each).split()) for each, _ in DERIVATIONS.values())
    yield "Evidence", labels_of_points()


def _of_inputs() -> Iterator[str]:
    known = model()
    rows: tuple[Input, ...] = (
        *known.levers.values(),
        *known.assumptions.values(),
        *known.constants.values(),
    )
    for row in rows:
        yield from (row.label, row.doc)
    for each in known.conversions.values():
        yield from (each.label, each.doc)
    for equation in known.equations.values():
        yield equation.label
        yield " ".join(docstring(equation.function).split())


def _of_outcomes() -> Iterator[str]:
    for row in model().outcomes.values():
        yield from (row.label, row.short, row.curve, row.doc, row.no_number)
        yield from (state.label for state in row.states)


def _of_evidence() -> Iterator[str]:
    known = evidence()
    for fact in known.facts.values():
        yield from (fact.name, fact.note)
    for judgement in known.judgements.values():
        yield from (judgement.name, judgement.argument)
    for dispute in known.disputes.values():
        yield from (dispute.title, dispute.stated, dispute.others, dispute.decision)
