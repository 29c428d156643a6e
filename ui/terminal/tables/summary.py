"""The answer of `suanli run`: one scenario's key figures by year, with range and difference."""

from textwrap import fill

from planner.ensemble.projection import Projection, Request
from planner.facts.record import FIGURES_IN_WORDS
from planner.files.exports.told_units import units_remark
from planner.files.scenario.content import Content
from planner.model.graph import model
from planner.model.sums import can_be_asked, is_sum, others_of
from planner.quantities.listed import listed
from planner.storage.sentences.direction import isolated
from planner.studies.key_figures import Pair
from planner.studies.model_versions import difference_of_models
from ui.terminal.tables.columns import WIDTH, aligned
from ui.terminal.tables.counted import counted_rows
from ui.terminal.tables.figures import (
    head_of_differences,
    key_figures_told,
    label_of,
    median_at,
    months_to_show,
    value_rows,
    written,
    written_difference,
)
from ui.wording.figures.units import units
from ui.wording.sentences.paragraph import paragraph_requests


def summary_requests(areas: tuple[str, ...] = ()) -> tuple[Request, ...]:
    """Return what the summary needs besides the absolute series."""
    pairs = tuple(
        pair for outcome, element in key_figures_told() for pair in _told(outcome, element, areas)
    )
    differences = (Request(*pair, "difference") for pair in pairs)
    sums = (Request(*pair) for pair in pairs if is_sum(pair[1]))
    return tuple(dict.fromkeys((*differences, *sums, *paragraph_requests(areas))))


def summary(projection: Projection, sentences: str, areas: tuple[str, ...] = ()) -> str:
    """Return title, settings, sentences, the table of the key figures, and what is counted.

    A figure that is known by area is told of some areas too, and of all others together.
    """
    months = months_to_show([projection])
    rows = [["", *months]]
    for outcome, element in key_figures_told():
        for pair in _told(outcome, element, areas):
            rows.extend(_rows(projection, *pair, months))
    title, limits = isolated(projection.scenario.title), counted_rows(projection, months)
    remark = units_remark(units())
    told = f"\n\n{fill(remark, WIDTH)}" if remark else ""
    head = f"{title}\n{settings(projection)}"
    return "\n\n".join(filter(None, (head, sentences, aligned(rows), f"{limits}{told}")))


def difference_in_words(content: Content, projection: Projection) -> str:
    """Return by how much this model differs from the one that saved a file; "" if it does not."""
    found = difference_of_models(content.model_version, content.results, projection)
    if found is None:
        return ""
    saved = f"Saved with model {found.made_by};"
    if not found.is_known:
        return f"{saved} the file keeps no figures to hold model {found.present} to."
    if not found.moved:
        return f"{saved} model {found.present} gives the same figures."
    changes = [
        f"{label_of(each.outcome, '')} {written(each.outcome, each.kept)} -> "
        f"{written(each.outcome, each.present)}"
        for each in found.moved
    ]
    return (
        f"{saved} model {found.present} gives other figures for {found.month}: {listed(changes)}."
    )


def settings(projection: Projection) -> str:
    """Return in one line what the numbers rest on."""
    scenario = projection.scenario
    drawn = f"{projection.futures:,} futures {projection.draws.label}"
    told = "median, 80% of futures, and median change from the baseline"
    if projection.is_one_future:
        drawn, told = "one future", "level, and change from the baseline"
    return (
        f"{drawn}, seed {scenario.seed}, figures {FIGURES_IN_WORDS[scenario.figures]}, "
        f"model {model().version}; {told}"
    )


def _told(outcome: str, element: str, areas: tuple[str, ...]) -> list[Pair]:
    """Return the element of a figure, then some areas where it is known by area, then the rest."""
    row, rest = model().outcomes[outcome], others_of(areas)
    if element or not areas or row.index != "area":
        return [(outcome, element)]
    others = [rest] if can_be_asked(row, rest) else []
    return [(outcome, each) for each in (element, *areas, *others)]


def _rows(projection: Projection, outcome: str, element: str, months: list[str]) -> list[list[str]]:
    request = Request(outcome, element)
    against = Request(outcome, element, "difference")
    rows = value_rows(request, [(projection, month) for month in months])
    if projection.scenario.levers:
        differences = (
            written_difference(
                outcome,
                median_at(projection, against, month),
                median_at(projection, request, month),
                "baseline",
            )
            for month in months
        )
        rows.append([head_of_differences(outcome, "baseline"), *differences])
    return rows
