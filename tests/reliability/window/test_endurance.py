"""M1, M2, Q1, Q2: memory over many moves and windows, closing in every state, leaks of C code."""

import ctypes
import gc
import re
import sys
import time
import tomllib
import weakref
from dataclasses import replace
from importlib.metadata import version
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtGui import QPixmapCache
from PySide6.QtWidgets import QApplication, QMenu, QWidget

from planner.model.scenario import Scenario, with_lever
from tests.reliability.remote_window import Remote
from tests.ui.conftest import drawn, suanli  # noqa: F401 - fixtures
from ui.documents.document import Document, Place
from ui.documents.workspace import Workspace
from ui.views.dialogs.properties import PropertiesDialog
from ui.views.inputs.side import Side

ROOT = Path(__file__).parents[3]
GROWTH_AT_MOST = 2.0
OBJECTS_OF_CACHES = 100
"""Texts that are measured once: they have an end."""
MOVES_OF_A_DRAG = 40
OBJECTS_OF_A_STEP = 20
"""A drag is a step that can be undone: it keeps the scenario before and after, 15 objects."""


def _megabytes():
    """Return what of this process is in memory."""
    pages = int(Path("/proc/self/statm").read_text("ascii").split()[1])
    return pages * 4096 / 1e6


def _settle():
    """Let go of all that is due, and give what is free back to the system."""
    for _ in range(3):
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
        gc.collect()
    QPixmapCache.clear()  # Qt keeps the last 10 MB of icons
    trim = getattr(ctypes.CDLL(None), "malloc_trim", None)
    if trim is not None:
        trim(0)


@pytest.mark.skipif(sys.platform != "linux", reason="reads /proc")
def test_that_a_moving_slider_does_not_grow_the_memory(drawn, qtbot, sized, record):  # noqa: F811
    moves, warm = sized(160, 10_000), sized(200, 1500)
    few = sized(128, Scenario().futures)
    drawn.document.edit(lambda: "Fewer", replace(Scenario(title="Soak"), futures=few))
    drawn.live._futures_of_drags = 255  # else memory follows the machine's speed, not the moves
    mover = _Mover(drawn, warm + moves, qtbot)
    mover.run(warm)
    _settle()
    before, objects = _megabytes(), len(gc.get_objects())
    mover.run(moves)
    _settle()
    growth, more = _megabytes() - before, len(gc.get_objects()) - objects
    frames = sorted(mover.seconds[warm:])
    p99 = frames[int(0.99 * len(frames))]
    text = f"{moves} moves: {growth:+.2f} MB, {more:+} objects, 99 % within {1000 * p99:.0f} ms"
    record("M1", text)
    assert more < OBJECTS_OF_CACHES + OBJECTS_OF_A_STEP * moves / MOVES_OF_A_DRAG
    assert growth <= GROWTH_AT_MOST * sized(2, 1)


class _Mover:
    """Moves a slider as a hand does, in drags, and waits for each picture."""

    def __init__(self, suanli, count, qtbot):  # noqa: F811
        self._suanli, self._qtbot = suanli, qtbot
        self._slider = suanli.window.side.levers.row("alibaba_plan").slider
        self._positions = iter(range(count))
        self.seconds = []

    def run(self, count):
        for _ in range(count):
            number = next(self._positions)
            if number % MOVES_OF_A_DRAG == 0:
                self._slider.setSliderDown(True)
            begin = time.perf_counter()
            with self._qtbot.waitSignal(self._suanli.live.projected, timeout=20_000):
                self._slider.setValue(20 + 37 * number % 101)
            QCoreApplication.sendPostedEvents(None, QEvent.Type.UpdateRequest.value)
            self.seconds.append(time.perf_counter() - begin)
            if number % MOVES_OF_A_DRAG == MOVES_OF_A_DRAG - 1:
                self._slider.setSliderDown(False)


def _many(make, count, keep):
    """Make things, let them go, and return how many are still alive."""
    alive = []
    for _ in range(count):
        alive.append(weakref.ref(make()))
        if not keep:
            QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    _settle()
    return sum(each() is not None for each in alive)


def test_that_documents_dialogs_menus_and_windows_are_gone_when_closed(
    suanli,  # noqa: F811
    sized,
    record,
):
    count = sized(60, 200)
    makers = {
        "documents": lambda: _opened_and_closed(suanli),
        "dialogs": lambda: _dialog(suanli.window),
        "menus": lambda: _menu(suanli.window),
        "questions": lambda: _question(suanli),
        "panels": lambda: _panel(suanli),
    }
    left, growth = {}, {}
    for name, make in makers.items():
        number = count if name != "panels" else max(2, count // 20)
        _many(make, max(2, number // 4), keep=False)
        before = _megabytes()
        left[name] = _many(make, number, keep=False)
        growth[name] = _megabytes() - before
    record("M2", f"{count} of each: {sum(left.values())} alive, {max(growth.values()):+.2f} MB")
    assert left == dict.fromkeys(makers, 0)
    assert max(growth.values()) <= GROWTH_AT_MOST


def _opened_and_closed(suanli):  # noqa: F811
    scenario = with_lever(Scenario(title="One more"), "alibaba_plan", 500)
    document = suanli.workspace.open(scenario, Place())
    document.edit(lambda: "Move", with_lever(scenario, "alibaba_plan", 600))
    document.undo_stack.undo()
    suanli.workspace.close(document)
    return document


def _dialog(window):
    dialog = PropertiesDialog(Scenario(), window)
    dialog.open()
    dialog.reject()
    return dialog


def _menu(window):
    row = window.side.levers.row("alibaba_plan")
    row.menu_wanted.emit(row.mapToGlobal(row.rect().center()))
    (menu,) = (each for each in window.findChildren(QMenu) if each.isVisible())
    menu.close()
    return menu


def _question(suanli):  # noqa: F811
    suanli.document.edit(lambda: "Move", with_lever(Scenario(title="X"), "alibaba_plan", 500))
    suanli.closing.close(suanli.document)
    from ui.widgets.question import CANCEL, Question

    (box,) = (b for b in suanli.window.findChildren(Question) if b.isVisible())
    box.choose(CANCEL)
    return box


def _panel(suanli):  # noqa: F811
    """Make a document with a side of rows; both have parents, as everything in the window does."""
    document = Document(suanli.workspace)
    side = Side(document)
    document.edit(lambda: "Move", with_lever(Scenario(), "alibaba_plan", 500))
    side.deleteLater()
    document.deleteLater()
    return side


def test_that_two_hundred_documents_open_and_close(qapp, sized):
    workspace = Workspace()
    count = sized(200, 200)
    documents = [
        workspace.open(with_lever(Scenario(title=f"S{number}"), "alibaba_plan", 381 + number))
        for number in range(count)
    ]
    assert len(workspace.documents) == count
    assert len(workspace.others_drawn()) <= 7
    for document in documents:
        workspace.close(document)
    assert len(workspace.documents) == 1
    assert workspace.current.scenario == Scenario()
    workspace.deleteLater()


STATES = ("question", "dialog", "exporting", "long", "moving", "bar", "nothing", "edit")
OFTEN = 2
"""Of the last so many, every test ends its windows in them, and looks at how they end."""


def test_that_closing_in_every_state_ends_well(tmp_path, sized, record):
    rounds, ends = sized(1, 7), 0
    slowest: dict[str, float] = {}
    for turn in range(rounds):
        for state in STATES[: sized(-OFTEN, len(STATES))]:
            folder = tmp_path / f"{state}{turn}"
            window = Remote(folder)
            window.ask("be", state, str(folder))
            while state == "long" and "%" not in window.ask("look")["task"]:
                time.sleep(0.05)
            begin = time.monotonic()
            code, said = window.close()
            slowest[state] = max(slowest.get(state, 0.0), time.monotonic() - begin)
            assert (code, said) == (0, ""), state
            assert not _alive(window.process.pid)
            ends += 1
    times = ", ".join(f"{state} {seconds:.1f}" for state, seconds in slowest.items())
    record("Q1", f"{ends} ends: exit code 0; seconds at most in each state: {times}")
    assert max(slowest.values()) < sized(10, 2)  # a busy machine fails no short check


def _alive(process):
    return any(
        f"\nPPid:\t{process}\n" in status.read_text("ascii", "replace")
        for status in Path("/proc").glob("[0-9]*/status")
        if status.exists()
    )


def test_that_calls_into_qt_lose_no_count_of_none(qapp, record):
    widget = QWidget()
    for _ in range(50):
        _calls(widget)
    before = sys.getrefcount(None)
    for _ in range(1000):
        _calls(widget)
    drift = sys.getrefcount(None) - before
    widget.deleteLater()
    record("Q2", f"1,000 rounds of calls: the count of None drifts by {drift}")
    assert abs(drift) < 200


def _calls(widget):
    widget.update()
    widget.setToolTip("")
    widget.parentWidget()
    QApplication.focusWidget()
    widget.layout()


def test_that_the_versions_that_run_are_those_of_the_lock_file(record):
    text = (ROOT / "uv.lock").read_text("utf-8")
    locked = set(re.findall(r'name = "([^"]+)"\nversion = "([^"]+)"', text))
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    names = [re.split(r"[^\w-]", each)[0].lower() for each in project["dependencies"]]
    assert "pyside6-essentials" in names
    assert {(name, version(name)) for name in names} <= locked
    record("Q2", f"{len(names)} packages run in the version of the lock file")
