"""What a report answers, in sentences built from its comparison and what is behind it.

They say what comes out and what differs, each with its range, and in how many futures it differs
that way; that the sign is open where 80% of futures hold both, or where another structure of the
model turns it; which inputs make the change that is told first; and what limits compute. Dates of
budgets are told of one scenario beside. Floor: print.
"""

from collections.abc import Iterator, Sequence
from typing import Final

from planner.engine.run import kernel_is_ready
from planner.quantities.listed import listed
from planner.quantities.shown import with_unit
from planner.quantities.told.labels import within_a_line
from planner.quantities.told.lists import (
    clause_mark,
    clauses,
    in_turn,
    led_by,
    sentences,
    with_more,
)
from planner.quantities.told.numerals import numerals
from planner.quantities.told.titles import shown_title
from planner.storage.sentences.catalog import translate
from planner.studies.answers.about import About
from planner.studies.compare import is_paired
from planner.studies.comparison import Comparison, Difference, Row
from planner.studies.explain.behind import Change, behind_at_once
from planner.studies.key_figures import RENTS
from ui.engine.shown_run import ShownRun
from ui.print.report.columns import Beside
from ui.print.report.parts import Asked
from ui.wording.compared.cells import (
    CellWords,
    cell_words,
    row_name,
    unit_of_differences,
    unit_of_row,
)
from ui.wording.figures.differences import NO_CHANGE, share_text
from ui.wording.sentences.behind import holds_together, open_sentence, parts_sentence
from ui.wording.sentences.paragraph import Told, limits_told, paragraph

_TOLD_OF_ONE: Final = 3
_TOLD_OF_SEVERAL: Final = 2
_SEVERAL: Final = 3
"""Columns, the baseline's among them, up to which as much is told of each as of one."""
_UNMOVED_NAMED: Final = 3


def answer(table: Comparison, beside: Sequence[Beside]) -> tuple[str, ...]:
    """Return a paragraph for each scenario; of the baseline alone, its levels."""
    rows = [row for row in table.rows if row.cells[0].level is not None]
    if len(beside) == 1:
        return (_levels(rows),) if rows else ()
    most = _TOLD_OF_ONE if len(beside) <= _SEVERAL else _TOLD_OF_SEVERAL
    said = [_paragraph(rows, number, beside, most) for number in range(1, len(beside))]
    return (*said, *_limits_below(beside, rows[0].year)) if rows else tuple(said)


def _limits_below(beside: Sequence[Beside], year: int) -> Iterator[str]:
    """Yield what limits compute in what several scenarios are held against, where it differs."""
    below, *others = (_limits(beside, number, year) for number in range(len(beside)))
    if len(others) > 1 and below and any(each != below for each in others):
        text = translate("Report", "{title}: {limits}")
        yield text.format(title=shown_title(beside[0].scenario.title), limits=below)


def _paragraph(rows: Sequence[Row], number: int, beside: Sequence[Beside], most: int) -> str:
    """Return what one scenario changes, what is behind it, and of several what limits compute."""
    said = [*_of_scenario(rows, number, beside, most), *_behind(rows, number, beside, most)]
    if len(beside) > 1 + 1 and rows:
        said.append(_limits(beside, number, rows[0].year))
    return sentences(said)


def _limits(beside: Sequence[Beside], number: int, year: int) -> str:
    return limits_told(Told(beside[number].run, beside[0].run, year=year))


def _behind(rows: Sequence[Row], number: int, beside: Sequence[Beside], most: int) -> Iterator[str]:
    """Yield the parts of the first change that is told, and of each whether its sign is open.

    The model is run for them, but where it is not compiled: that would take too long.
    """
    below, own = beside[0].scenario, beside[number].scenario
    if not is_paired(below, own) or not kernel_is_ready():
        return
    moved = [row for row in rows if is_moved(_words(row, number))][:most]
    changes = [
        Change(below, own, About(*row.request[:2], row.year), has_parts=place == 0)
        for place, row in enumerate(moved)
    ]
    names = {row.request[:2]: row_name(row.request) for row in moved}
    found = behind_at_once(changes)
    yield from (open_sentence(each, names[each.about.pair]) for each in found)
    yield from (parts_sentence(each) for each in found)
    yield holds_together(found)


def beside_answer(
    run: ShownRun, beside: Sequence[Beside], asked: Asked, year: int
) -> Iterator[str]:
    """Yield what is told of places and of what limits compute, of one scenario.

    What other places lose is told by a line of its own.
    """
    if len(beside) <= 1 + 1:
        own = beside[-1].run
        reference = run.reference_of(own)
        told = Told(own, beside[0].run, reference, year, (), asked.areas, tells_others=False)
        yield from paragraph(told)


def _levels(rows: Sequence[Row]) -> str:
    told = [_level_of(row) for row in rows[:_TOLD_OF_ONE]]
    text = translate("Report", "December {year}: {levels}.")
    return text.format(year=rows[0].year, levels=listed(told, clause_mark()))


def _level_of(row: Row) -> str:
    return _leveled(row_name(row.request), row, _words(row, 0))


def _leveled(name: str, row: Row, words: CellWords) -> str:
    """Return a name with its level and the range of this."""
    level = with_unit(words.level, unit_of_row(row.request))
    said = translate("Report", "{name} {level}").format(name=name, level=level)
    ranged = translate("Report", "{said} (80% range {range})")
    return ranged.format(said=said, range=words.range) if words.range else said


def _of_scenario(
    rows: Sequence[Row], number: int, beside: Sequence[Beside], most: int
) -> Iterator[str]:
    moved = [row for row in rows if is_moved(_words(row, number))]
    told = [*moved[:most], *_rents_behind(moved, most)]
    still = [row for row in rows if _is_still(row, number)]
    title = shown_title(beside[number].scenario.title)
    who = led_by(title, "") if len(beside) > 1 + 1 else ""
    if moved:
        changes = clauses(_change(row, number) for row in told)
        text = translate("Report", "{who}By December {year}, against {reference}: {changes}.")
        yield text.format(who=who, year=rows[0].year, reference=_reference(beside), changes=changes)
    if still:
        names = listed(
            [within_a_line(row_name(row.request)) for row in still], clause_mark(), _UNMOVED_NAMED
        )
        text = translate("Report", "As {reference}: {names}.")
        if not moved:
            text = translate("Report", "{who}As {reference}: {names}.")
        yield text.format(who=who, reference=_reference(beside), names=names)


def _rents_behind(moved: Sequence[Row], most: int) -> Sequence[Row]:
    """Return the rents that moved behind the first rows; of many scenarios one, if none is told."""
    rents = [row for row in moved[most:] if row.request[:2] in RENTS]
    if most == _TOLD_OF_ONE:
        return rents
    return () if any(row.request[:2] in RENTS for row in moved[:most]) else rents[:1]


def _is_still(row: Row, number: int) -> bool:
    found = row.cells[number].difference
    return found is not None and not found.told


def _change(row: Row, number: int) -> str:
    """Return a level and by how much it differs, each with its range, and in how many futures."""
    words, found = _words(row, number), row.cells[number].difference
    name = within_a_line(row_name(row.request))
    change = with_unit(words.difference, unit_of_differences(row.request))
    share = _share(found, words) if found is not None else ""
    changed = with_more(change, in_turn((words.ends, share)))
    return in_turn((_leveled(name, row, words), changed))


def _share(found: Difference, words: CellWords) -> str:
    """Return in how many futures it goes that way; that it is open where 80% hold both signs."""
    if not is_open(found) or found.higher is None or found.lower is None:
        return words.told_share
    text = translate("Report", "open: higher in {higher} of futures, lower in {lower}")
    return text.format(higher=share_text(found.higher), lower=share_text(found.lower))


def is_moved(words: CellWords) -> bool:
    """Tell whether a cell tells a change whose median is more than nothing."""
    return words.is_change and not words.difference.startswith(NO_CHANGE)


def is_open(found: Difference) -> bool:
    """Tell whether 80% of futures hold rises as well as falls."""
    return found.low is not None and found.high is not None and found.low < 0 < found.high


def _words(row: Row, number: int) -> CellWords:
    return cell_words(row, number, numerals(), "")


def _reference(beside: Sequence[Beside]) -> str:
    if beside[0].scenario.levers:
        return shown_title(beside[0].scenario.title)
    return translate("Table", "the baseline")
