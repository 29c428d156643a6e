"""Which files a command wrote, told in a line each."""

import os
from collections.abc import Sequence

from planner.storage.sentences.catalog import translate
from planner.storage.sentences.file_error import shown_path
from ui.process.output import say


def say_written(*paths: str | os.PathLike[str]) -> None:
    """Say in a line each which files were written."""
    say(written_lines(paths))


def written_lines(paths: Sequence[str | os.PathLike[str]]) -> str:
    """Return a line for each file that was written."""
    text = translate("Terminal", "wrote {file}")
    return "\n".join(text.format(file=shown_path(path)) for path in paths)
