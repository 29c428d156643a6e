"""Copies a chart in a process of its own, and keeps the clipboard until its input ends."""

import sys

import numpy as np
from PySide6.QtCore import QSocketNotifier
from PySide6.QtWidgets import QApplication

from planner.ensemble.projection import Projection, Request, Series
from planner.model.scenario import Scenario, with_lever
from ui.charts.contents.specs import ChartSetting
from ui.engine.shown_run import ShownRun
from ui.print.export import chart_to_copy, put_on_clipboard
from ui.print.size import PictureSize

COPIED = with_lever(Scenario(title="Copied"), "alibaba_plan", 777)


def main() -> None:
    """Copy, say so, and wait."""
    app = QApplication([])
    times = 2025 + np.arange(132) / 12
    run = Projection(COPIED, times, {Request("enterprises"): Series(times, None)}, 0, 0.0)
    size = PictureSize(800, 500, 1.0)
    put_on_clipboard(chart_to_copy(ChartSetting("enterprises"), ShownRun(run, run), size))
    print("copied")  # noqa: T201
    sys.stdout.flush()
    ends = QSocketNotifier(sys.stdin.fileno(), QSocketNotifier.Type.Read)
    ends.activated.connect(app.quit)
    app.exec()


if __name__ == "__main__":
    main()
