"""Opens the window as fast as it can be: the way into `ui.app` for the terminal and the benchmarks.

It imports nothing heavy itself.
"""

from typing import TYPE_CHECKING

from ui.process.display.application import load_qt
from ui.process.garbage import collect_later
from ui.process.qt_names import names_looked_up_late

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from ui.app import Suanli


def open_window(
    paths: "Sequence[Path]" = (), watch: "Callable[[Suanli], None] | None" = None
) -> int:
    """Open the window, on the scenario files that are named; return the exit code.

    Until it is painted nothing is searched for garbage: a start makes next to none, and searching
    what it makes took a tenth of its time. `watch` is given the window before it is shown.
    """
    collect_later()
    load_qt()
    with names_looked_up_late():
        from ui.app import main

    return main(paths, watch)
