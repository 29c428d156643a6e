"""`suanli bench start`: from the start of the process to the first painted window.

Each start is a process of its own with settings of its own. The floor is a bare PySide6 window with
four empty pyqtgraph plots. Timings are those of a warm file cache.
"""

import os
import subprocess
import sys
from time import time

from ui.bench.figures import Figure, against, figure, show

STARTS = 7
BARE = """
import sys, time
from PySide6.QtWidgets import QApplication, QGridLayout, QWidget
import pyqtgraph as pg
class Window(QWidget):
    def paintEvent(self, event):
        super().paintEvent(event)
        print("painted", time.time())
        app.quit()
app = QApplication(sys.argv[:1])
window = Window()
grid = QGridLayout(window)
for number in range(4):
    grid.addWidget(pg.PlotWidget(), number // 2, number % 2)
window.resize(1440, 900)
window.show()
app.exec()
"""
SUANLI = """
import time
from ui.app import application, build
app = application()
suanli = build()
def mark(name):
    print(name, time.time())
def on_painted():
    mark("painted")
def on_projected(answer):
    mark("bands" if answer.projection.futures else "lines")
    if answer.projection.futures:
        app.quit()
suanli.window.painted_first.connect(on_painted)
suanli.live.projected.connect(on_projected)
suanli.window.show()
app.exec()
suanli.window.allow_close()
suanli.close()
"""


def main(json: bool) -> int:
    """Measure and print; return the exit code."""
    bare = [_start(BARE) for _ in range(STARTS)]
    ours = [_start(SUANLI) for _ in range(STARTS)]
    floor = figure("bare window of four plots, painted", [marks["painted"] for marks in bare])
    rows = (
        _row("first painted window", ours, "painted"),
        _row("center lines shown", ours, "lines"),
        _row("bands shown", ours, "bands"),
    )
    show(f"start: warm, {STARTS} starts", against(floor, rows), json=json)
    return 0


def _row(name: str, starts: list[dict[str, float]], mark: str) -> Figure:
    """Return the figure of one mark; a start that drew bands at once has no lines before."""
    return figure(name, [marks.get(mark, marks["bands"]) for marks in starts])


def _start(program: str) -> dict[str, float]:
    """Run the program in a process of its own; return the first seconds of each of its marks."""
    environment = dict(os.environ)
    if not environment.get("DISPLAY") and not environment.get("WAYLAND_DISPLAY"):
        environment.setdefault("QT_QPA_PLATFORM", "offscreen")
    begin = time()
    done = subprocess.run(  # noqa: S603 - our own two programs above
        [sys.executable, "-c", program],
        capture_output=True,
        text=True,
        env=environment,
        check=True,
        timeout=120,
    )
    marks: dict[str, float] = {}
    for line in done.stdout.splitlines():
        name, at = line.split()
        marks.setdefault(name, float(at) - begin)
    return marks
