"""The answer of `suanli run`: one scenario's key figures by year, with range and difference."""

from planner.ensemble.projection import Projection, Request
from planner.model.graph import model
from ui.terminal.columns import aligned
from ui.terminal.figures import KPIS, center_at, months_to_show, value_rows, written_difference


def summary_requests() -> tuple[Request, ...]:
    """Return what the summary needs besides the absolute series."""
    return tuple(Request(outcome, element, "difference") for outcome, element in KPIS)


def summary(projection: Projection) -> str:
    """Return title, settings and the table of the key figures."""
    months = months_to_show([projection])
    rows = [["", *months]]
    for outcome, element in KPIS:
        rows.extend(_rows(projection, outcome, element, months))
    return f"{projection.scenario.title}\n{settings(projection)}\n\n{aligned(rows)}"


def settings(projection: Projection) -> str:
    """Return in one line what the numbers rest on."""
    scenario = projection.scenario
    figures = {"corroborated": "corroborated figures", "as_stated": "figures as stated"}
    return (
        f"{projection.futures:,} futures, seed {scenario.seed}, {figures[scenario.figures]}, "
        f"model {model().version}; center line, 80 % of futures, and center against the baseline"
    )


def _rows(projection: Projection, outcome: str, element: str, months: list[str]) -> list[list[str]]:
    request = Request(outcome, element)
    against = Request(outcome, element, "difference")
    rows = value_rows(request, [(projection, month) for month in months])
    if projection.scenario.levers:
        differences = (
            written_difference(
                outcome,
                center_at(projection, against, month),
                center_at(projection, request, month),
            )
            for month in months
        )
        rows.append(["  against the baseline", *differences])
    return rows
