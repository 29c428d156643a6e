"""Pages of which a part is made: what stands between a marker and the next end.

A marker tells what is made: `<!-- made: levers -->`, `<!-- made: example centers-at-80 -->`,
`<!-- made: run alibaba_plan=760 for enterprises rent.cloud -->`,
`<!-- made: finding voucher_budget=0 for enterprises 2030 -->`. The end is `<!-- end -->`.
"""

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Final

from planner.ensemble.progress import to_the_end
from planner.ensemble.projection import Projection, Request
from planner.files.reference.markdown import table
from planner.files.scenario.scenario_file import open_example, to_bytes
from planner.model.graph import model
from planner.model.indices import split_address
from planner.model.outcome import GROUPS
from planner.model.scenario import Scenario
from planner.studies.finding import finding as sentence_of
from planner.studies.robustness import Asked, robustness
from tests.regenerate.judgements import judgements
from tests.regenerate.model_versions import headlines, measured
from tests.regenerate.systems import systems
from ui.terminal.projecting import projector
from ui.terminal.reading.changes import with_changes
from ui.terminal.tables.columns import aligned
from ui.terminal.tables.figures import (
    label_of,
    median_at,
    months_to_show,
    value_rows,
    written_difference,
)

_MADE: Final = re.compile(r"(<!-- made: (\w+)(?: ([^\n]+))? -->\n).*?(<!-- end -->)", re.DOTALL)


def is_made_in_part(page: Path) -> bool:
    """Tell whether a page has markers."""
    return _MADE.search(page.read_text("utf-8")) is not None


def page_bytes(page: Path) -> bytes:
    """Return a page with what stands between its markers made anew."""
    return _MADE.sub(_made, page.read_text("utf-8")).encode()


def _made(found: re.Match[str]) -> str:
    begin, kind, asked, end = found.groups()
    return f"{begin}\n{KINDS[kind](asked or '')}\n\n{end}"


def levers(_asked: str) -> str:
    """Return the table of the levers by group."""
    rows = [(str(row.group), row.label) for row in model().levers.values()]
    return _by_group("Levers", ((group.capitalize(), label) for group, label in rows))


def assumptions(_asked: str) -> str:
    """Return the table of the assumptions by sector."""
    rows = ((row.sector, row.label) for row in model().assumptions.values())
    named = ((sector.replace("_", " ").capitalize(), label) for sector, label in rows)
    return _by_group("Assumptions", named)


def outcomes(_asked: str) -> str:
    """Return the table of the outcomes by group."""
    rows = ((GROUPS[row.group], row.label) for row in model().outcomes.values())
    return _by_group("Outcomes", rows)


def example(name: str) -> str:
    """Return one of the examples as a file, without its notes."""
    scenario = replace(open_example(name), notes="")
    return f"```json\n{to_bytes(scenario).decode()}```"


def run(asked: str) -> str:
    """Return a part of what `suanli run` prints: changes, if any, for some outcomes.

    Without changes each outcome with its range, else what the changes make of it.
    """
    scenario, wanted = _changed(asked)
    requests = [Request(*split_address(each)) for each in wanted]
    compared = [each._replace(view="difference") for each in requests]
    projection = projector().project(scenario, (*requests, *compared))
    months = months_to_show([projection])
    rows = [["", *months]]
    for request in requests:
        rows += _rows(projection, request, months)
    return f"```text\n{aligned(rows)}\n```"


def finding(asked: str) -> str:
    """Return what `suanli variants` finds, in a sentence: changes for an outcome and a year."""
    scenario, (outcome, year) = _changed(asked)
    projector()
    found = to_the_end(robustness(scenario, Asked(*split_address(outcome), int(year))))
    return sentence_of(found)


KINDS: Final[Mapping[str, Callable[[str], str]]] = {
    each.__name__: each
    for each in (
        *(levers, assumptions, outcomes, example, run, finding),
        *(headlines, measured, systems, judgements),
    )
}


def _changed(asked: str) -> tuple[Scenario, list[str]]:
    """Return the baseline with the changes before the word "for", and the words behind it."""
    words = asked.split()
    place = words.index("for")
    return with_changes(Scenario(), words[:place]), words[place + 1 :]


def _rows(projection: Projection, request: Request, months: list[str]) -> list[list[str]]:
    if not projection.scenario.levers:
        return value_rows(request, [(projection, month) for month in months])
    outcome, against = request.outcome, request._replace(view="difference")
    changes = (
        written_difference(
            outcome,
            median_at(projection, against, month),
            median_at(projection, request, month),
            "baseline",
        )
        for month in months
    )
    return [[label_of(outcome, request.element), *changes]]


def _by_group(title: str, rows: Iterable[tuple[str, str]]) -> str:
    grouped: dict[str, list[str]] = {}
    for group, label in rows:
        grouped.setdefault(group, []).append(label)
    return table(("", title), ((group, "; ".join(names)) for group, names in grouped.items()))
