"""The answer of `suanli run`: one scenario's key figures by year, with range and difference."""

from planner.ensemble.projection import Projection, Request
from planner.facts.record import FIGURES_IN_WORDS
from planner.files.exports.told_units import units_remark
from planner.files.scenario.content import Content
from planner.model.graph import model
from planner.model.sums import can_be_asked, is_sum, others_of
from planner.quantities.listed import listed
from planner.quantities.told.labels import model_text
from planner.quantities.told.numerals import numerals
from planner.quantities.told.titles import shown_title
from planner.storage.sentences.catalog import translate
from planner.studies.key_figures import Pair
from planner.studies.model_versions import difference_of_models
from ui.terminal.tables.columns import aligned
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
from ui.terminal.tables.wrapping import filled
from ui.wording.draws import draws_text
from ui.wording.figures.units import units
from ui.wording.numbers import fixed
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
    title, limits = shown_title(projection.scenario.title), counted_rows(projection, months)
    remark = units_remark(units())
    told = f"\n\n{filled(remark)}" if remark else ""
    head = f"{title}\n{settings(projection)}"
    return "\n\n".join(filter(None, (head, sentences, aligned(rows), f"{limits}{told}")))


def difference_in_words(content: Content, projection: Projection) -> str:
    """Return by how much this model differs from the one that saved a file; "" if it does not."""
    found = difference_of_models(content.model_version, content.results, projection)
    if found is None:
        return ""
    text = translate(
        "Terminal",
        "Saved with model {saved}; model {present} gives other figures for {month}: {changes}.",
    )
    if not found.is_known:
        text = translate(
            "Terminal",
            "Saved with model {saved}; the file keeps no figures to hold model {present} to.",
        )
    elif not found.moved:
        text = translate(
            "Terminal", "Saved with model {saved}; model {present} gives the same figures."
        )
    changes = [
        f"{label_of(each.outcome, '')} {written(each.outcome, each.kept)} -> "
        f"{written(each.outcome, each.present)}"
        for each in found.moved
    ]
    versions = {"saved": found.made_by, "present": found.present}
    return text.format(**versions, month=found.month, changes=listed(changes))


def settings(projection: Projection) -> str:
    """Return in one line what the numbers rest on."""
    scenario = projection.scenario
    text = translate(
        "Terminal",
        "{count} futures {draws}, seed {seed}, figures {figures}, model {model}; median, 80% of "
        "futures, and median change from the baseline",
    )
    if projection.is_one_future:
        text = translate(
            "Terminal",
            "one future, seed {seed}, figures {figures}, model {model}; level, and change from "
            "the baseline",
        )
    return text.format(
        count=fixed(projection.futures, 0, numerals()),
        draws=draws_text(projection.draws.kind),
        seed=scenario.seed,
        figures=model_text(FIGURES_IN_WORDS[scenario.figures]),
        model=model().version,
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
