"""The numbers of a whole run as a file: run anew with every outcome, in the background.

They are the same as the terminal writes.
"""

from functools import partial
from pathlib import Path
from typing import Final

from planner.ensemble.progress import Steps, as_part
from planner.ensemble.projection import Projection
from planner.files.exports.tidy_table import PLAIN, CsvForm
from planner.model.scenario import Scenario
from planner.storage.sentences.file_error import shown_path
from ui.engine.export_queue import Export, ExportQueue

RUN: Final = 0.8
"""Share of the whole work that the run takes; the table and the file take the rest."""


class Numbers(ExportQueue):
    """Writes the numbers of one run after the other."""

    def write(self, scenario: Scenario, path: Path, form: CsvForm = PLAIN) -> None:
        """Begin to write the numbers of a scenario, or put it behind what is being written.

        A CSV is written in this form.
        """
        said = self.tr("Wrote {name}").format(name=shown_path(path.name))
        self.start(Export(path, partial(numbers_of, scenario, path, form), said))


def numbers_of(scenario: Scenario, path: Path, form: CsvForm = PLAIN) -> Steps[dict[Path, bytes]]:
    """Return the numbers of a run as the ending of the name says: a workbook or else CSV.

    Yields the share that is done.
    """
    from planner.ensemble.many import Projector, all_requests

    projector = Projector()
    projector.warm_up()  # the interpreter's last digits may differ from those of the terminal
    yield 0.0
    projection = yield from as_part(projector.steps(scenario, all_requests()), 0.0, RUN)
    yield RUN
    table = workbook_of if path.suffix.lower() == ".xlsx" else partial(csv_of, form=form)
    data = yield from as_part(table(projection), RUN, 1.0)
    yield 1.0
    return {path: data}


def workbook_of(projection: Projection) -> Steps[bytes]:
    """Return the workbook of a run, in steps."""
    from planner.files.exports.workbook import workbook_steps

    return workbook_steps([projection])


def csv_of(projection: Projection, form: CsvForm) -> Steps[bytes]:
    """Return the CSV of a run; it is one step."""
    from planner.files.exports.tidy_table import csv_text

    yield 0.0
    return csv_text([projection], form).encode()
