"""The numbers of runs as a file: run anew with every outcome, in the background.

They are the same as the terminal writes. The baseline comes first, behind it every scenario.
"""

from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import Final

from planner.ensemble.progress import Steps, as_part
from planner.files.exports.formats import Beside, NumbersFormat
from planner.model.scenario import Scenario
from planner.quantities.told.lists import in_a_row
from planner.quantities.told.titles import shown_title
from planner.quantities.unit_system import BASE, UnitSystem
from planner.storage.sentences.catalog import translate
from planner.storage.sentences.file_error import shown_path
from planner.studies.answers.answer import Answer
from ui.engine.export_queue import Export, ExportQueue
from ui.print.formats import NUMBERS, numbers_format_of
from ui.wording.figures.units import units

RUN: Final = 0.8
"""Share of the whole work that the runs take; the table and the file take the rest."""


class Numbers(ExportQueue):
    """Writes the numbers of one export after the other."""

    def write(
        self,
        scenarios: Sequence[Scenario],
        path: Path,
        chosen: NumbersFormat = NUMBERS[0],
        against: Scenario | None = None,
        sums: tuple[str, ...] = (),
        answers: Sequence[Answer] = (),
    ) -> None:
        """Begin to write the numbers of scenarios, or put them behind what is being written.

        They are written as chosen, unless the ending of the name says otherwise. Differences are
        `against` one of the scenarios, by default the baseline. Some `sums` of areas are told too,
        and all in the units that are chosen now; a workbook holds `answers` to questions as well.
        """
        said = translate("Numbers", "Wrote {name}").format(name=shown_path(path.name))
        titles = in_a_row(shown_title(each.title) for each in scenarios)
        subject = translate("Numbers", "All numbers of {scenario}").format(scenario=titles)
        work = partial(numbers_of, tuple(scenarios), path, chosen, against, sums, units(), answers)
        self.start(Export(path, work, said, subject))

    def write_table(self, answer: Answer, path: Path) -> None:
        """Begin to write the table of an answer, as JSON where the name ends so, else as CSV."""
        said = translate("Numbers", "Wrote {name}").format(name=shown_path(path.name))
        self.start(Export(path, partial(table_of, answer, path), said, answer.title))


def table_of(answer: Answer, path: Path) -> Steps[dict[Path, bytes]]:
    """Return the table of an answer as the ending of the name says."""
    from planner.files.exports.answers.answer_table import answer_csv, answer_json

    yield 0.0
    is_json = path.suffix.casefold() == ".json"
    return {path: (answer_json if is_json else answer_csv)(answer).encode()}


def numbers_of(
    scenarios: Sequence[Scenario],
    path: Path,
    chosen: NumbersFormat = NUMBERS[0],
    against: Scenario | None = None,
    sums: tuple[str, ...] = (),
    system: UnitSystem = BASE,
    answers: Sequence[Answer] = (),
) -> Steps[dict[Path, bytes]]:
    """Return the numbers of runs as the ending of the name says, else as chosen.

    Yields the share that is done.
    """
    from planner.ensemble.many import Projector, all_requests
    from planner.files.exports.sheets.comparison_sheet import comparison_requests
    from planner.studies.combination import combinations_of, pairs_added_up
    from planner.studies.compare import choice_of, run_against
    from planner.studies.comparison import with_baseline

    projector, row = Projector(), numbers_format_of(path, chosen)
    projector.warm_up()  # the interpreter's last digits may differ from those of the terminal
    yield 0.0
    columns = with_baseline(scenarios)
    reference = columns.index(against) if against in columns else None
    held, choice = None if reference is None else against, choice_of(scenarios)
    requests = (*all_requests(sums), *(comparison_requests(sums) if row.compares else ()))
    runs = []
    for number, scenario in enumerate(columns):
        begin, end = (RUN * each / len(columns) for each in (number, number + 1))
        if held is None:
            steps = projector.steps(scenario, requests, choice=choice, targets=scenario.targets)
        else:
            steps = run_against(projector, scenario, requests, held, choice)
        runs.append((yield from as_part(steps, begin, end)))
    yield RUN
    writing = row.write(runs, system)
    if row.write_beside is not None:
        asked = combinations_of(projector, columns, pairs_added_up())
        beside = Beside(reference, (yield from as_part(asked, RUN, RUN)), answers)
        writing = row.write_beside(runs, beside, system)
    data = yield from as_part(writing, RUN, 1.0)
    yield 1.0
    return {path: data}
