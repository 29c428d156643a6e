"""Asks before files in a folder are replaced, as a dialog asks of one file. Floor: controllers.

They can be replaced, or kept, with the new ones beside them under names that are free.
"""

from collections.abc import Iterable, Sequence
from itertools import count
from pathlib import Path
from typing import Final

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from planner.storage.names import with_number
from planner.storage.sentences.catalog import translate, translate_many
from planner.storage.sentences.file_error import shown_path
from ui.widgets.question import Question

REPLACE: Final = "replace"
BESIDE: Final = "beside"


class Replacing(QObject):
    """Tells by `settled` which paths are to be written to, once that is known."""

    settled = Signal(object)

    def ask(self, paths: Sequence[Path], over: QWidget) -> None:
        """Settle on paths in a folder; where some are taken, ask first."""
        taken = [each for each in paths if each.exists()]
        if not taken:
            self.settled.emit(tuple(paths))
            return
        text = translate_many(
            "Replacing",
            "{count} file with such a name is in {folder} already.",
            "{count} files with such names are in {folder} already.",
            len(taken),
        )
        said = text.format(count=len(taken), folder=shown_path(taken[0].parent))
        box = Question(over, "replacing", said, tuple(paths))
        box.offer(BESIDE, translate("Replacing", "Keep both"), is_default=True)
        box.offer_loss(REPLACE, translate("Replacing", "Replace"))
        box.answered.connect(self._on_answered)
        box.open()

    def _on_answered(self, key: str, paths: Sequence[Path]) -> None:
        match key:
            case "replace":
                self.settled.emit(paths)
            case "beside":
                self.settled.emit(free_paths(paths))


def free_paths(paths: Iterable[Path]) -> tuple[Path, ...]:
    """Return the paths, each with a number where something is there already."""
    return tuple(map(_free, paths))


def _free(path: Path) -> Path:
    if not path.exists():
        return path
    numbered = (with_number(path, number) for number in count(2))
    return next(each for each in numbered if not each.exists())
