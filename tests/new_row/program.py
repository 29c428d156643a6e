"""Does with a new outcome what a user does with those there are, and says what was said of it.

Run as `program.py FOLDER`: in the real window it selects the outcomes' charts with every element
and in every view and writes one in every form into that folder, then it runs the commands of the
terminal. An error in the window ends the program, as it would any Python program.
"""

import os
import sys
import traceback
from collections.abc import Callable
from functools import partial
from pathlib import Path
from time import monotonic
from typing import TYPE_CHECKING

from planner.model import outcomes
from planner.model.outcome import Outcome

if TYPE_CHECKING:
    from ui.charts.chart_view import ChartView
    from ui.charts.contents.specs import ChartSetting

A_MINUTE = 60.0

ROWS = (
    Outcome(
        key="waste_heat",
        label="Waste heat",
        unit="PJ heat/fortnight",
        group="energy",
        doc="Heat that leaves the data centers.",
        whole="waste_heat_total",
        each="waste_heat",
        index="segment",
        key_figure=True,
        summary=("", "cloud"),
    ),
    Outcome(
        key="heat_of_all",
        label="Heat of all",
        unit="PJ heat/fortnight",
        group="energy",
        doc="The same once more, for the whole alone.",
        whole="waste_heat_total",
    ),
)


def _add_rows() -> None:
    """Add the rows and their sector before the model is made of the tables."""
    outcomes.OUTCOMES = (*outcomes.OUTCOMES, *ROWS)
    from planner.model import graph
    from tests.new_row import sector

    graph.SECTORS = (*graph.SECTORS, sector)


def _use_window(folder: Path) -> None:
    from planner.ensemble.projection import VIEWS
    from ui.app import build
    from ui.charts.contents.specs import ChartSetting, charts
    from ui.print.export import save_charts
    from ui.print.report.make import report_bytes
    from ui.print.report.parts import Asked
    from ui.program import application

    sys.excepthook = _end
    application()
    suanli = build(patience=60.0)
    suanli.window.show()
    _wait_until(lambda: suanli.live.state == "held")
    grid = suanli.window.center.charts
    chart = grid.views[0]
    settings = [ChartSetting("waste_heat", each) for each in charts()["waste_heat"].elements]
    settings += [ChartSetting("heat_of_all", "", view) for view in VIEWS]
    for setting in settings:
        chart.setting_chosen.emit(setting)
        _wait_until(partial(_is_drawn, chart, setting))
    assert not suanli.window.notice.sentence.text()
    suanli.window.actions_["table"].trigger()
    shown = suanli.published.run
    assert shown is not None
    for suffix in ("png", "svg", "pdf", "csv"):
        save_charts(shown, folder, grid.settings[:1], suffix=suffix)
    (folder / "window.html").write_bytes(report_bytes(shown, Asked(settings=grid.settings[:1])))
    suanli.window.actions_["key_figure_cards"].trigger()
    _wait_until(lambda: suanli.live.state == "held")
    for card in suanli.window.center.kpis.cards:
        print(card.accessible().name)  # noqa: T201
    print(chart.accessibleDescription())  # noqa: T201
    suanli.close()
    suanli.take_down()


def _is_drawn(chart: "ChartView", setting: "ChartSetting") -> bool:
    picture = chart.picture
    return picture is not None and picture.setting == setting and picture.has_numbers


def _wait_until(is_so: Callable[[], bool]) -> None:
    from PySide6.QtTest import QTest

    deadline = monotonic() + A_MINUTE
    while not is_so():
        assert monotonic() < deadline, "the window does not come to rest"
        QTest.qWait(2)


def _end(kind: type[BaseException], error: BaseException, trace: object) -> None:
    """End with an error of the window's, which Qt would go on after."""
    traceback.print_exception(error)
    os._exit(70)


def _use_terminal(folder: Path) -> None:
    from ui.command_line import main

    forms = ("--csv", "run.csv", "--json", "run.json", "--xlsx", "run.xlsx", "--report", "run.html")
    paths = [each if each.startswith("--") else str(folder / each) for each in forms]
    assert main(["run", "baseline", "--futures", "50", *paths]) == 0
    assert main(["compare", "baseline", "vouchers-x4"]) == 0
    assert main(["reference"]) == 0
    assert main(["model", "--xmile", str(folder / "model.xmile")]) == 0


if __name__ == "__main__":
    _add_rows()
    _use_window(Path(sys.argv[1]))
    _use_terminal(Path(sys.argv[1]))
