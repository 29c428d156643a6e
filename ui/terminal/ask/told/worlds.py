"""What `suanli survive` prints: worlds against scenarios, and two outcomes against each other."""

from typing import TYPE_CHECKING

from planner.quantities.told import lists
from planner.quantities.told.labels import model_text
from planner.quantities.told.numerals import numerals
from planner.storage.sentences.catalog import translate
from planner.studies.survive.survival import Survival
from planner.studies.survive.survival_table import better_text, survival_table, tradeoff_table
from planner.studies.survive.tradeoff import TradeOff
from ui.terminal.tables.columns import aligned
from ui.terminal.tables.figures import in_unit
from ui.terminal.tables.wrapping import filled
from ui.wording.answers.survive import (
    cell_text,
    digits_of,
    sentences,
    verdict_text,
    world_name,
)
from ui.wording.answers.table_text import readable_table
from ui.wording.answers.tradeoff import tradeoff_sentence
from ui.wording.figures.differences import share_text
from ui.wording.translate import unit_text

if TYPE_CHECKING:
    from collections.abc import Callable


def matrix(found: Survival) -> str:
    """Return the sentences, the differences by world, and what follows for each scenario."""
    digits, head = digits_of(found), survival_table(found).title
    unit = "" if digits.form.is_count else digits.form.difference
    rows = [["", *found.scenarios]]
    for row in found.rows:
        cells = [
            " ".join(cell_text(each, digits, is_best=number == row.best))
            for number, each in enumerate(row.outcomes)
        ]
        rows.append([world_name(row.world), *cells])
    rows += _feet(found)
    told = in_unit(head, unit_text(unit)) if unit else head
    said = filled(lists.sentences(sentences(found)))
    return "\n\n".join((said, told, aligned(rows), filled(_behind(found))))


def _behind(found: Survival) -> str:
    said = translate(
        "Terminal",
        "Median difference from the baseline of each world, and the regret: by how much, in the "
        "median, a scenario stays behind the best one in that world, doing nothing included "
        "({better}). Costs are not counted.",
    )
    return said.format(better=better_text(found.better))


def points_text(found: TradeOff) -> str:
    """Return what is not beaten in both outcomes, and what each scenario changes in them."""
    table = readable_table(tradeoff_table(found), numerals(), model_text)
    text = filled(tradeoff_sentence(found))
    head = filled(tradeoff_table(found).title)
    return "\n\n".join((text, head, aligned([table.headings, *table.rows])))


def _feet(found: Survival) -> list[list[str]]:
    """Return the rows under the worlds: worst regret, sign, share best, targets met at worst."""
    digits = digits_of(found)
    texts: list[tuple[str, Callable[[int], str]]] = [
        (
            translate("Terminal", "Worst regret"),
            lambda number: digits.size(found.worst_regret(number)),
        ),
        (
            translate("Terminal", "Sign in all worlds"),
            lambda number: verdict_text(found.verdict(number)),
        ),
        (translate("Terminal", "Best in"), lambda number: share_text(found.best_share(number))),
    ]
    if all(each.met is not None for each in found.of(0)):
        head = translate("Terminal", "Targets met, at worst")
        texts.append((head, lambda number: _least_met(found, number)))
    numbers = range(len(found.scenarios))
    return [[name, *(told(number) for number in numbers)] for name, told in texts]


def _least_met(found: Survival, number: int) -> str:
    return share_text(min(each.met or 0.0 for each in found.of(number)))
