"""Levers, assumptions and constants in the reference, a row each; seventh floor of planner."""

from collections.abc import Callable, Iterable

from planner.facts.record import Figures
from planner.files.reference.headings import lever_group_title, sector_title
from planner.files.reference.markdown import code, heading, number, table, titled
from planner.model.constants.conversions import Conversion
from planner.model.graph import model
from planner.model.inputs import (
    Assumption,
    Constant,
    Input,
    Lever,
    default_path,
    default_spread,
    default_value,
    elements_of,
    evidence_of,
)
from planner.model.path_words import path_text
from planner.model.paths import FIRST_DATE, KNOTS_AT_MOST
from planner.model.scenario import parts_of
from planner.quantities.spread import Spread
from planner.quantities.told.labels import model_text
from planner.quantities.told.lists import between
from planner.quantities.told.months import date_text
from planner.storage.sentences.catalog import translate


def levers() -> Iterable[str]:
    """Yield the section of levers."""
    yield heading(translate("Reference", "Levers"))
    yield _over_time_rules()
    head = (
        translate("Reference", "lever"),
        translate("Reference", "meaning"),
        translate("Reference", "unit"),
        translate("Reference", "default"),
        translate("Reference", "over time"),
        translate("Reference", "slider"),
        translate("Reference", "allowed"),
        translate("Reference", "evidence"),
    )
    for group in dict.fromkeys(row.group for row in model().levers.values()):
        yield heading(lever_group_title(group), 3)
        yield table(head, (_lever(row) for row in model().levers.values() if row.group == group))


def assumptions() -> Iterable[str]:
    """Yield the section of assumptions, and of those that are drawn together."""
    yield heading(translate("Reference", "Assumptions"))
    yield _draws()
    head = (
        translate("Reference", "assumption"),
        translate("Reference", "meaning"),
        translate("Reference", "unit"),
        translate("Reference", "low; central; high"),
        translate("Reference", "drawn"),
        translate("Reference", "allowed"),
        translate("Reference", "evidence"),
    )
    for sector in dict.fromkeys(row.sector for row in model().assumptions.values()):
        rows = (row for row in model().assumptions.values() if row.sector == sector)
        yield heading(sector_title(sector), 3)
        yield table(head, map(_assumption, rows))
    yield heading(translate("Reference", "Drawn together"), 3)
    yield _together()
    pairs = ((code(each.one), code(each.other), number(each.rho)) for each in model().correlations)
    head_of_pairs = (
        translate("Reference", "assumption"),
        translate("Reference", "and"),
        translate("Reference", "correlation"),
    )
    yield table(head_of_pairs, pairs)


def constants() -> Iterable[str]:
    """Yield the section of constants, and of factors between units."""
    yield heading(translate("Reference", "Constants"))
    head = (
        translate("Reference", "constant"),
        translate("Reference", "meaning"),
        translate("Reference", "unit"),
        translate("Reference", "value"),
        translate("Reference", "evidence"),
    )
    yield table(head, (_constant(row) for row in model().constants.values()))
    yield heading(translate("Reference", "Factors between units"), 3)
    yield table(head[:-1], (_conversion(row) for row in model().conversions.values()))


def _draws() -> str:
    return translate(
        "Reference",
        "Each future draws one value between low and high: half of them lie below central, and "
        "the nearer to it, the more. Drawn by amount: values thin out evenly toward low and "
        "high. Drawn by ratio: their logarithms do.",
    )


def _together() -> str:
    return translate(
        "Reference",
        "Correlations of where two draws stand in their own ranges (of their normal scores); "
        "all other pairs are independent.",
    )


def _over_time_rules() -> str:
    return translate(
        "Reference",
        "A lever may hold dated knots instead of one number: `2025:0,2025-08:600,2028:900`. "
        "Stepwise, a value holds from its date to the next knot; straight, values run straight "
        "between knots. A plain number keeps the dates and moves all knots in proportion "
        "(shares by addition) so that the largest takes it, or the one that stands for the path"
        " on the slider. Levers that move a part of a path take a number, that path takes "
        "knots.",
    )


def _lever(row: Lever) -> tuple[str, ...]:
    return (
        code(row.key),
        titled(row.label, row.doc),
        row.unit,
        _by_element(row, lambda element: _lever_default(row, element)),
        _over_time(row),
        between(number(row.low), number(row.high)),
        between(number(row.least), number(row.most)),
        _ids(row),
    )


def _over_time(row: Lever) -> str:
    """Return how a lever follows time, and what a number set for it moves."""
    if row.part:
        text = translate("Reference", "moves a part of {lever}")
        return text.format(lever=code(row.part.of.key))
    if row.over_time == "constant":
        return translate("Reference", "constant")
    if parts_of(row):
        return translate("Reference", "{course}, takes knots alone").format(course=_course(row))
    if row.scales_from == FIRST_DATE:
        return _course(row)
    text = translate("Reference", "{course}; a number moves it from {date}")
    return text.format(course=_course(row), date=date_text(row.scales_from))


def _course(row: Lever) -> str:
    if row.over_time == "step":
        return translate("Reference", "stepwise")
    return translate("Reference", "straight")


def _lever_default(row: Lever, element: str) -> str:
    value = _default_text(row, element, "corroborated")
    stated = _default_text(row, element, "as_stated")
    told = value if stated == value else f"{value} [{stated}]"
    if element not in row.unknown:
        return told
    return translate("Reference", "{value} (assumed: not published)").format(value=told)


def _default_text(row: Lever, element: str, figures: Figures) -> str:
    """Return the default of a lever: its path in one line, or the number it has."""
    if row.part:
        return number(default_value(row, element, figures))
    path = default_path(row, element, figures)
    return path_text(path, row.over_time, number, most=KNOTS_AT_MOST)


def _assumption(row: Assumption) -> tuple[str, ...]:
    return (
        code(row.key),
        titled(row.label, row.doc),
        row.unit,
        _by_element(row, lambda element: _spread_default(row, element)),
        _drawn(row),
        between(number(row.least), number(row.most)),
        _ids(row),
    )


def _drawn(row: Assumption) -> str:
    fixed = all(default_spread(row, element).is_fixed for element in elements_of(row))
    if fixed:
        return translate("Reference", "not drawn")
    if row.scale == "ratio":
        return translate("Reference", "by ratio")
    return translate("Reference", "by amount")


def _spread_default(row: Input, element: str) -> str:
    spread = _spread(default_spread(row, element))
    stated = _spread(default_spread(row, element, "as_stated"))
    return spread if stated == spread else f"{spread} [{stated}]"


def _spread(spread: Spread) -> str:
    return number(spread.low) if spread.is_fixed else "; ".join(map(number, spread.parts))


def _constant(row: Constant) -> tuple[str, ...]:
    values = _by_element(row, lambda element: number(default_value(row, element)))
    return code(row.key), titled(row.label, row.doc), row.unit, values, _ids(row)


def _conversion(row: Conversion) -> tuple[str, ...]:
    return code(row.key), model_text(row.doc), row.unit, number(row.value)


def _by_element(row: Input, said: Callable[[str], str]) -> str:
    """Return what is said of each element, named where there are several; once where all agree."""
    found = {element: said(element) for element in elements_of(row)}
    if len(set(found.values())) == 1:
        value = next(iter(found.values()))
        each = translate("Reference", "{value} each")
        return each.format(value=value) if row.index else value
    return "; ".join(f"{element} {value}" for element, value in found.items())


def _ids(row: Input) -> str:
    ids = dict.fromkeys(evidence_of(row, element) for element in elements_of(row))
    return ", ".join(map(code, ids))
