"""The pages on the model, made from its rows: levers and assumptions, equations, sources.

Labels and sentences are those of the window; equations are written as the model has them.
Floor: wording, no Qt.
"""

from collections.abc import Iterator

from planner.docstring import docstring
from planner.facts.load import evidence
from planner.facts.record import Source
from planner.model.graph import Equation, model
from planner.model.indices import address
from planner.model.inputs import Assumption, Lever, elements_of
from planner.model.language.expression import text as expression
from planner.model.scenario import parts_of
from planner.quantities.told.labels import model_text
from planner.storage.sentences.catalog import translate
from ui.wording.help.page import Section, plain
from ui.wording.rows.tip import provenance_of


def model_sections() -> tuple[Section, ...]:
    """Return levers, assumptions and outcomes with what they mean and where they come from."""
    title = translate("Help", "Model {version}").format(version=model().version)
    lead = translate(
        "Help",
        "{levers} levers, {assumptions} assumptions, {equations} equations. See also: "
        "[equations](help:equations), [sources](help:sources), [glossary](help:glossary).",
    ).format(
        levers=len(model().levers),
        assumptions=len(model().assumptions),
        equations=len(model().equations),
    )
    return (
        Section(title, lead, 1),
        Section(translate("Help", "Levers")),
        *map(_input, model().levers.values()),
        Section(translate("Help", "Assumptions")),
        *map(_input, model().assumptions.values()),
        Section(translate("Help", "Outcomes")),
        *_outcomes(),
    )


def equation_sections() -> tuple[Section, ...]:
    """Return every equation, with what it says in words."""
    lead = translate(
        "Help", "d(x)/dt is the yearly net flow of a stock, whose value at the start follows it."
    )
    rows = sorted(model().equations.values(), key=_sector_of)
    head = Section(translate("Help", "Equations"), plain(lead), 1)
    return (head, *(Section(plain(each.name), _equation(each), 3) for each in rows))


def source_sections() -> tuple[Section, ...]:
    """Return every source of the evidence, with its address where it has one."""
    sources = sorted(evidence().sources.values(), key=_title_of)
    head = Section(translate("Help", "Sources"), "", 1)
    return (head, *(Section(plain(each.title), _source(each), 3) for each in sources))


def _input(row: Lever | Assumption) -> Section:
    lines = [plain(model_text(row.doc))]
    why = provenance_of(row, elements_of(row)[0])
    if why is not None:
        form = translate("Help", "Why its default is what it is: {reason}")
        lines.append(form.format(reason=plain(why.text)))
    if isinstance(row, Assumption) or not parts_of(row):
        link = translate("Help", "Show this control")
        lines.append(f"[{link}](control:{_address(row)})")
    return Section(plain(model_text(row.label)), "\n\n".join(lines), 3)


def _address(row: Lever | Assumption) -> str:
    """Return the control of an input: of a lever that of all places together."""
    return row.key if isinstance(row, Lever) else address(row.key, elements_of(row)[0])


def _outcomes() -> Iterator[Section]:
    link = translate("Help", "Show its chart")
    for row in model().outcomes.values():
        text = f"{plain(model_text(row.doc))}\n\n[{link}](outcome:{row.key})"
        yield Section(plain(model_text(row.label)), text, 3)


def _equation(equation: Equation) -> str:
    said = plain(model_text(" ".join(docstring(equation.function).split())))
    left = f"d({equation.name})/dt" if equation.is_stock else equation.name
    start = f"\n    {equation.name}(2025) = {equation.start}" if equation.is_stock else ""
    return f"{said}\n\n    {left} = {expression(equation.function)}{start}"


def _source(source: Source) -> str:
    told = ", ".join(filter(None, (source.publisher, source.date, source.license)))
    link = f"[{source.url}]({source.url})" if source.url else ""
    return "\n\n".join(filter(None, (plain(told), link)))


def _sector_of(equation: Equation) -> str:
    return equation.sector


def _title_of(source: Source) -> str:
    return source.title.casefold()
