"""What is said of an inspected value besides its equation: which run, what differs, what it is.

Floor: wording; no Qt.
"""

from dataclasses import dataclass, replace

from planner.model.constants.conversions import Conversion
from planner.model.graph import model
from planner.model.indices import address
from planner.model.inputs import Assumption, Constant, Lever, default_spread, default_value
from planner.model.scenario import Scenario
from planner.quantities.spread import Spread
from planner.quantities.told.labels import model_text
from planner.quantities.told.titles import shown_title
from planner.storage.sentences.catalog import translate
from planner.studies.inspect.future import RankedFuture
from planner.studies.inspect.inspection import Inspection, outcome_of, row_of
from planner.studies.inspect.node import ALL, Node, node_at
from ui.wording.inspect.names import month_name, node_name
from ui.wording.inspect.numbers import by_itself, change_by_itself, unit_in_equation
from ui.wording.rows.acting import acting_line


@dataclass(frozen=True, slots=True)
class WhichRun:
    """Which run the numbers are of: its title, what it is held against, and which future.

    `share` is the rank of the future among all, 0 to 1, and `number` its number; None where it is
    the run at central values. `outcome` is what futures are ranked by, at the end of a `year`.
    """

    title: str
    against: str
    share: float | None = None
    number: int = 0
    outcome: str = ""
    year: int = 0


def of_future(which: WhichRun, found: RankedFuture) -> WhichRun:
    """Return that the numbers are those of a future."""
    about = found.about
    node = node_at(address(about.outcome, about.element))
    return replace(
        which,
        share=found.share,
        number=found.number,
        outcome=node_name(node),
        year=about.year,
    )


def run_line(which: WhichRun) -> str:
    """Return in a sentence of which run the numbers are."""
    if which.share is None:
        text = translate(
            "Inspect",
            "{title}, every assumption at its central value: one run, not the median of futures",
        )
        return text.format(title=shown_title(which.title))
    text = translate(
        "Inspect",
        "{title}, future {number}: at {share}% of the futures by “{outcome}” in December {year}",
    )
    return text.format(
        title=shown_title(which.title),
        number=which.number,
        share=round(100 * which.share),
        outcome=which.outcome,
        year=which.year,
    )


def value_text(node: Node, value: float) -> str:
    """Return a value in the chosen units; that of a state by its name."""
    outcome = outcome_of(node.name, is_whole=not node.element)
    states = {float(each.code): each.label for each in outcome.states} if outcome else {}
    return model_text(states[value]) if value in states else by_itself(value, node.unit)


def value_line(found: Inspection) -> str:
    """Return the value of a month in the chosen units; of all elements that it is their mean."""
    text = translate("Inspect", "{value} in {month}")
    if found.node.element == ALL:
        text = translate("Inspect", "{value} in {month}, the mean of {count} segments")
        if model().indices[found.node.name] == "area":
            text = translate("Inspect", "{value} in {month}, the mean of {count} places")
    value = value_text(found.node, found.value)
    count = len(found.node.elements)
    return text.format(value=value, month=month_name(found.course.month), count=count)


def difference_line(found: Inspection, against: str) -> str:
    """Return how the value differs from that of what it is held against."""
    other = value_text(found.node, found.against_value)
    if not found.is_changed:
        return translate("Inspect", "The same as in: {against}").format(against=against)
    change = change_by_itself(found.value, found.against_value, found.node.unit)
    text = translate("Inspect", "{change} ({against}: {other})")
    return text.format(change=change or "?", other=other, against=against).removeprefix("? ")


def unit_line(found: Inspection) -> str:
    """Return the unit of the equation, and that its parts agree with it."""
    unit = unit_in_equation(found.node.unit) or translate("Inspect", "a bare number")
    if found.term is None:
        return translate("Inspect", "Unit: {unit}").format(unit=unit)
    if found.is_consistent:
        return translate("Inspect", "Unit: {unit}; the units of all parts agree").format(unit=unit)
    return translate("Inspect", "Unit: {unit}; the units of its parts do not agree").format(
        unit=unit
    )


def when_line(found: Inspection) -> str:
    """Return of which month the numbers of a stock's flows are; empty for what is no stock."""
    month = found.course.month
    if not found.node.is_stock:
        return ""
    if month == 0:
        return translate("Inspect", "The first month: its starting value")
    text = translate("Inspect", "It adds up: what flows in and out is that of {month}")
    return text.format(month=month_name(month - 1))


def kind_line(node: Node) -> str:
    """Return what kind of value it is."""
    row = row_of(node.name)
    if row is None:
        return _computed_line(node)
    return {
        Lever: translate("Inspect", "Lever: what a planner decides"),
        Assumption: translate("Inspect", "Assumption: what nobody knows exactly"),
        Constant: translate("Inspect", "Constant: neither decided nor drawn"),
        Conversion: translate("Inspect", "Conversion between units"),
    }[type(row)]


def _computed_line(node: Node) -> str:
    if node.is_input:
        return translate("Inspect", "The clock")
    if node.is_stock:
        return translate("Inspect", "Computed: a stock, which changes with a delay")
    return translate("Inspect", "Computed from its inputs")


def range_lines(node: Node, scenario: Scenario) -> tuple[str, ...]:
    """Return range, default and how futures draw it, of a lever or an assumption."""
    row, element = row_of(node.name), node.element
    if element == ALL:
        element = node.elements[0]
    match row:
        case Lever():
            acting = acting_line(row, node.element if node.element != ALL else "", scenario)
            return (*_lever_lines(row, element, scenario), acting)
        case Assumption():
            return _assumption_lines(row, element, scenario)
        case _:
            return ()


def _lever_lines(row: Lever, element: str, scenario: Scenario) -> tuple[str, ...]:
    slider = translate("Inspect", "Slider: {low} to {high}")
    allowed = translate("Inspect", "Allowed: {low} to {high}")
    default = translate("Inspect", "Default: {value}")
    value = default_value(row, element, scenario.figures)
    return (
        default.format(value=by_itself(value, row.unit)),
        slider.format(low=by_itself(row.low, row.unit), high=by_itself(row.high, row.unit)),
        allowed.format(low=by_itself(row.least, row.unit), high=by_itself(row.most, row.unit)),
    )


def _assumption_lines(row: Assumption, element: str, scenario: Scenario) -> tuple[str, ...]:
    spread = default_spread(row, element, scenario.figures)
    allowed = translate("Inspect", "Allowed: {low} to {high}").format(
        low=by_itself(row.least, row.unit), high=by_itself(row.most, row.unit)
    )
    return (_spread_line(spread, row.unit), _drawn_line(row, spread), allowed)


def _spread_line(spread: Spread, unit: str) -> str:
    low, central, high = (by_itself(part, unit) for part in spread.parts)
    if spread.is_fixed:
        return translate("Inspect", "Default: {value}").format(value=central)
    text = translate("Inspect", "Default: {central}, between {low} and {high}")
    return text.format(central=central, low=low, high=high)


def _drawn_line(row: Assumption, spread: Spread) -> str:
    if spread.is_fixed:
        return translate("Inspect", "Not drawn: every future has the same")
    if row.scale == "ratio":
        return translate(
            "Inspect", "Drawn by ratio: half of the futures below the central value, fewer far out"
        )
    return translate(
        "Inspect", "Drawn by amount: half of the futures below the central value, fewer far out"
    )


def doc_text(found: Inspection) -> str:
    """Return the sentence of an inspected value."""
    return model_text(found.doc)


def title_of(found: Inspection) -> str:
    """Return what an inspected value is called."""
    return node_name(found.node)
