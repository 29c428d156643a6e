"""The numbers of a whole run as a file: run anew with every outcome, in the background.

They are the same as the terminal writes.
"""

from functools import partial
from pathlib import Path
from typing import Final

from planner.ensemble.progress import Steps, as_part
from planner.files.exports.formats import NumbersFormat
from planner.model.scenario import Scenario
from planner.storage.sentences.direction import isolated
from planner.storage.sentences.file_error import shown_path
from ui.engine.export_queue import Export, ExportQueue
from ui.print.formats import NUMBERS, numbers_format_of

RUN: Final = 0.8
"""Share of the whole work that the run takes; the table and the file take the rest."""


class Numbers(ExportQueue):
    """Writes the numbers of one run after the other."""

    def write(self, scenario: Scenario, path: Path, chosen: NumbersFormat = NUMBERS[0]) -> None:
        """Begin to write the numbers of a scenario, or put it behind what is being written.

        They are written as chosen, unless the ending of the name says otherwise.
        """
        said = self.tr("Wrote {name}").format(name=shown_path(path.name))
        subject = self.tr("All numbers of {scenario}").format(scenario=isolated(scenario.title))
        self.start(Export(path, partial(numbers_of, scenario, path, chosen), said, subject))


def numbers_of(
    scenario: Scenario, path: Path, chosen: NumbersFormat = NUMBERS[0]
) -> Steps[dict[Path, bytes]]:
    """Return the numbers of a run as the ending of the name says, else as chosen.

    Yields the share that is done.
    """
    from planner.ensemble.many import Projector, all_requests

    projector = Projector()
    projector.warm_up()  # the interpreter's last digits may differ from those of the terminal
    yield 0.0
    projection = yield from as_part(projector.steps(scenario, all_requests()), 0.0, RUN)
    yield RUN
    write = numbers_format_of(path, chosen).write
    data = yield from as_part(write([projection]), RUN, 1.0)
    yield 1.0
    return {path: data}
