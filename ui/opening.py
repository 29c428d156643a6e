"""Opens the window as fast as it can be: the way into `ui.program`.

The terminal and the benchmarks take it. It imports nothing heavy itself.
"""

from typing import TYPE_CHECKING

from ui.process.display.application import load_qt
from ui.process.garbage import collect_later
from ui.process.qt_names import names_looked_up_late

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from planner.storage.sentences.spoken import Language
    from ui.parts import Suanli


def open_window(
    paths: "Sequence[Path]" = (),
    watch: "Callable[[Suanli], None] | None" = None,
    language: "Language | None" = None,
) -> int:
    """Open the window, on the scenario files that are named; return the exit code.

    Until it is painted nothing is searched for garbage: a start makes next to none, and searching
    what it makes took a tenth of its time. `watch` is given the window before it is
    shown; without a `language` it speaks what was chosen in it, else the system's.
    """
    collect_later()
    load_qt()
    with names_looked_up_late():
        from ui.program import main

    return main(paths, watch, language)
