"""`make bench ONLY=start`: from the start of the process to a painted window, its lines, its bands.

Each start is a process of its own; bare windows and ours take turns, so that whatever else the
machine does hits both. The floor is a bare PySide6 window with four empty pyqtgraph plots. Timings
are those of a warm file cache and a kernel that was compiled before; `--fresh` tells the course of
one very first start, with nothing kept, instead.
"""

import json as json_text
from collections.abc import Mapping
from tempfile import TemporaryDirectory
from time import time

from tests.benchmarks.child import LABELS, PLOTS, SUANLI_WINDOW, bare_window, numbers
from tests.benchmarks.figures import Figure, against, figure, show
from ui.process.output import say

STARTS = 7
COURSE = {
    "shown": "window shown",
    "painted": "window painted",
    "lines": "center lines painted",
    "compiled": "kernel compiled",
    "bands": "bands painted",
}
_PAINTED = """
def on_painted():
    print("painted", time.time())
    app.quit()
window.show()
app.exec()
"""
_WATCHED = """
def mark(name):
    print(name, time.time())
def on_painted():
    QTimer.singleShot(0, on_painted_whole)
def on_painted_whole():
    mark("painted")
def on_state(state):
    mark("compiled")
def on_projected(answer):
    QTimer.singleShot(0, on_bands if answer.projection.futures else on_lines)
def on_lines():
    mark("lines")
def on_bands():
    mark("lines")
    mark("bands")
    watched[0].window.allow_close()
watched = []
def watch(suanli):
    watched.append(suanli)
    suanli.window.painted_first.connect(on_painted)
    suanli.live.state_changed.connect(on_state)
    suanli.live.projected.connect(on_projected)
    mark("shown")
sys.exit(open_window(watch=watch))
"""

Marks = Mapping[str, float]


def main(json: bool, *, fresh: bool = False) -> int:
    """Measure and print; return the exit code."""
    if fresh:
        _show_course(_fresh_start(), json=json)
        return 0
    rounds = [(_start(LABELS), _start(PLOTS), _start()) for _ in range(STARTS)]
    plain, bare, ours = zip(*rounds, strict=True)
    floor = _row("bare window of four pyqtgraph plots, painted", bare, "painted")
    rows = (
        _row("bare PySide6 window, painted", plain, "painted"),
        _row("first painted window", ours, "painted"),
        _row("center lines painted", ours, "lines"),
        _row("bands painted", ours, "bands"),
        figure("from first paint to bands", [m["bands"] - m["painted"] for m in ours]),
    )
    show(f"start: warm, {STARTS} starts each, in turn", against(floor, rows), json=json)
    return 0


def _row(name: str, starts: tuple[Marks, ...], mark: str) -> Figure:
    return figure(name, [marks[mark] for marks in starts])


def _start(parts: str = "", changed: Mapping[str, str] | None = None) -> Marks:
    """Start a bare window of such parts, or ours; return the seconds until each mark."""
    program = bare_window(parts) + _PAINTED if parts else SUANLI_WINDOW + _WATCHED
    begin = time()
    return {name: at - begin for name, at in numbers(program, changed).items()}


def _fresh_start() -> Marks:
    """Start with caches of our own that are empty: no kernel, no draws."""
    with TemporaryDirectory() as folder:
        return _start(changed=dict.fromkeys(("SUANLI_CACHE_FOLDER", "XDG_CACHE_HOME"), folder))


def _show_course(marks: Marks, *, json: bool) -> None:
    course = {COURSE[mark]: marks[mark] for mark in sorted(marks, key=marks.__getitem__)}
    if json:
        say(json_text.dumps({"bench": "start: fresh, seconds", "course": course}, indent=2))
        return
    say("\nstart: the course of a first start, nothing kept; seconds since the process began")
    for what, seconds in course.items():
        say(f"{seconds:>8.3f}  {what}")
