"""What the model has: levers, assumptions, outcomes and places, each a table of pandas."""

from typing import TYPE_CHECKING, get_args

from planner.facts.defaults import explain
from planner.facts.record import Figures
from planner.model.graph import model
from planner.model.indices import AREAS, LABELS, address
from planner.model.inputs import (
    Assumption,
    Lever,
    default_spread,
    default_value,
    elements_of,
    evidence_of,
)
from planner.quantities.spread import Spread
from suanli.errors import Error

if TYPE_CHECKING:
    from pandas import DataFrame


def levers(figures: Figures = "corroborated") -> "DataFrame":
    """Return a row for each lever and place of it: what `set` takes, and what it starts from.

    Columns: name, label, unit, default, low and high (of its slider), least and most (allowed),
    over_time, group, why, source, grade, doc. Numbers are in `unit`; `figures` are "corroborated"
    or "as_stated".

    >>> import suanli
    >>> suanli.levers().set_index("name").unit["voucher_budget.chengdu"]
    'M CNY/yr'
    """
    _check(figures)
    rows = [
        _input(row, element)
        | {
            "default": default_value(row, element, figures),
            "low": row.low,
            "high": row.high,
            "over_time": row.over_time,
            "group": row.group,
        }
        for row in model().levers.values()
        for element in elements_of(row)
    ]
    order = ("name", "label", "unit", "default", "low", "high", "least", "most")
    return _frame(rows, (*order, "over_time", "group", "why", "source", "grade", "doc"))


def assumptions(figures: Figures = "corroborated") -> "DataFrame":
    """Return a row for each assumption and element of it: the range that is drawn from.

    Columns: name, label, unit, low, central, high, least and most (allowed), scale, sector, source,
    grade, doc. Numbers are in `unit`.

    >>> import suanli
    >>> table = suanli.assumptions()
    >>> bool((table.low <= table.central).all() and (table.central <= table.high).all())
    True
    """
    _check(figures)
    rows = [
        _input(row, element)
        | _range(default_spread(row, element, figures))
        | {"scale": row.scale, "sector": row.sector}
        for row in model().assumptions.values()
        for element in elements_of(row)
    ]
    order = ("name", "label", "unit", "low", "central", "high", "least", "most")
    return _frame(rows, (*order, "scale", "sector", "why", "source", "grade", "doc"))


def outcomes() -> "DataFrame":
    """Return a row for each outcome: key, label, unit, group, elements, states, better and doc.

    `elements` are places or segments, an empty one for the whole; `states` those of an outcome
    whose futures are counted; `better` says whether more or less of it is.

    >>> import suanli
    >>> suanli.outcomes().set_index("key").loc["enterprises", "better"]
    'more'
    """
    rows: list[dict[str, object]] = [
        {
            "key": row.key,
            "label": row.label,
            "unit": row.told_in,
            "group": row.group,
            "elements": row.elements,
            "states": tuple(each.key for each in row.states),
            "better": row.better,
            "doc": row.doc,
        }
        for row in model().outcomes.values()
    ]
    return _frame(rows, tuple(rows[0]))


def places() -> "DataFrame":
    """Return a row for each place: its key, and what it is called.

    >>> import suanli
    >>> suanli.places().key.tolist()[:2]
    ['beijing', 'shanghai']
    """
    return _frame([{"key": each, "label": LABELS[each]} for each in AREAS], ("key", "label"))


def _input(row: Lever | Assumption, element: str) -> dict[str, object]:
    told = explain(evidence_of(row, element))
    return {
        "name": address(row.key, element),
        "label": row.label,
        "unit": row.unit,
        "least": row.least,
        "most": row.most,
        "why": told.text,
        "source": "; ".join(told.source_names),
        "grade": told.grade,
        "doc": row.doc,
    }


def _range(spread: Spread) -> dict[str, object]:
    return {"low": spread.low, "central": spread.central, "high": spread.high}


def _check(figures: str) -> None:
    if figures not in get_args(Figures):
        raise Error(f"figures are {' or '.join(get_args(Figures))}, not {figures!r}")


def _frame(rows: list[dict[str, object]], columns: tuple[str, ...]) -> "DataFrame":
    from pandas import DataFrame

    return DataFrame(rows, columns=list(columns))
