"""E11: the largest exports leave the window free to answer."""

from collections.abc import Iterator
from dataclasses import replace
from functools import partial
from time import perf_counter

import pytest
from PySide6.QtCore import QTimer

from planner.files.scenario.scenario_file import EXAMPLES, open_example
from planner.model.scenario import LAST_YEAR_AT_MOST
from ui.app import build
from ui.charts.contents.specs import EVERY, ChartSetting
from ui.parts import Suanli
from ui.print.size import SIDE_MOST, PictureSize
from ui.views.dialogs.picture_size import KEY as SIZE_KEY

A_MINUTE = 60_000
A_WHILE = 30 * A_MINUTE
EVERYWHERE = tuple(
    ChartSetting(key, EVERY)
    for key in ("enterprises", "voucher_money", "utilization", "installed_compute")
)


class _Watch:
    """Notices how long the window stands still at most: a timer that is due at every moment."""

    def __init__(self) -> None:
        self.longest = 0.0
        self._last = perf_counter()
        self._timer = QTimer()
        self._timer.timeout.connect(self._on_time)
        self._timer.start(2)

    def _on_time(self) -> None:
        now = perf_counter()
        self.longest = max(self.longest, now - self._last)
        self._last = now

    def begin(self) -> None:
        self.longest, self._last = 0.0, perf_counter()

    def end(self) -> float:
        """Return how long it stood still at most, up to now."""
        self._on_time()
        return self.longest


@pytest.fixture
def crowded(qtbot, qapp, sized) -> Iterator[Suanli]:
    """Show many scenarios in every place, as patient as a user's window is."""
    suanli = build()
    with qtbot.waitExposed(suanli.window):
        suanli.window.show()
    last = sized(2030, LAST_YEAR_AT_MOST)
    for name in EXAMPLES[: sized(3, len(EXAMPLES))]:
        scenario = replace(open_example(name), futures=64, last_year=last)
        opened = suanli.workspace.open(scenario, anew=True)
        suanli.workspace.draw(opened, drawn=True)
    suanli.window.center.charts.set_settings(EVERYWHERE)
    qtbot.waitUntil(lambda: suanli.live.state == "held", timeout=A_MINUTE)
    yield suanli
    suanli.close()
    suanli.take_down()


def test_that_the_largest_exports_leave_the_window_free(crowded, qtbot, tmp_path, sized, record):
    exports, watch = crowded.exports, _Watch()
    futures = sized(64, 50_000)
    side = sized(800, SIDE_MOST)
    crowded.settings.keep(SIZE_KEY, str(PictureSize(side, side, 1.0)))
    document = crowded.document
    document.edit("Largest", replace(document.scenario, futures=futures))
    qtbot.waitUntil(lambda: crowded.live.state == "held", timeout=A_WHILE)
    works = {
        f"{len(EVERYWHERE)} charts of {side} pixels": partial(exports.write_all, tmp_path),
        "a report": partial(exports.write_report, tmp_path / "a.html"),
        "a copied chart": partial(exports.copy_one, 0),
        f"a workbook of {futures:,} futures": partial(exports.write_numbers, tmp_path / "a.xlsx"),
        f"a table of {futures:,} futures": partial(exports.write_numbers, tmp_path / "a.csv"),
    }
    for name, work in works.items():
        watch.begin()
        began = perf_counter()
        with qtbot.waitSignal(exports.done, timeout=A_WHILE):
            work()
        still, seconds = watch.end(), perf_counter() - began
        record("E11", f"{name}: {seconds:.1f} s, still for {1000 * still:.0f} ms at most")
        assert still < max(1.0, seconds / 2)
    kinds = [path.suffix for path in tmp_path.iterdir() if path.is_file()]
    assert sorted(kinds) == [".csv", ".html", *[".png"] * len(EVERYWHERE), ".xlsx"]
