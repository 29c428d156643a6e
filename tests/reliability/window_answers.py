"""What a remote window can be told to do; each answer is plain data."""

import sys
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from planner.model.presented.note import PinnedNote
from planner.model.presented.presented import ARGUMENT
from planner.model.scenario import Scenario, lever_value, with_lever
from ui.items.open_scenarios import DIRTY
from ui.widgets.action_bar import ActionBar
from ui.widgets.question import Question

LEVER = "alibaba_plan"


class Answers:
    """Does one thing by its name and tells how the window looks then."""

    def __init__(self, suanli: Any) -> None:
        self._suanli = suanli

    def answer(self, what: str, *values: Any) -> dict[str, Any]:
        getattr(self, f"_do_{what}")(*values)
        return self._look()

    def _look(self) -> dict[str, Any]:
        suanli = self._suanli
        document, offer = suanli.document, suanli.recovering.bar
        return {
            "value": lever_value(document.scenario, LEVER),
            "documents": [each.name for each in suanli.workspace.listing().scenarios],
            "is_dirty": document.is_dirty,
            "bars": sorted(suanli.window.bars.bars),
            "warnings": "\n".join(
                bar.sentence.text() for bar in suanli.window.warnings.bars.values()
            ),
            "notice": suanli.window.notice.sentence.text(),
            "offer": offer.sentence.text() if offer is not None else "",
            "questions": [box.objectName() for box in suanli.window.findChildren(Question)],
            "outside": document.place.outside,
            "read_only": document.place.read_only,
            "path": str(document.path or ""),
            "task": suanli.window.status.task.text.text(),
            "waiting": self._waiting(),
            "recent": [
                [action.text(), action.isEnabled()]
                for action in suanli.window.menus["recent"].actions()
                if action.isVisible()
            ],
            "presented": _told(document.scenario),
            "steps": document.undo_stack.index(),
            "places": self._places(),
            "scrolled": suanli.window.side.levers.verticalScrollBar().value(),
            "highlit": [
                suanli.window.shelf.scenarios.model.data(index).removeprefix(DIRTY)
                for index in suanli.window.shelf.scenarios.view.selectedIndexes()
            ],
            "current": suanli.workspace.name(document),
        }

    def _places(self) -> dict[str, list[int]]:
        """Return where on the screen a pointer finds some things."""
        window = self._suanli.window
        row, scenarios = window.side.levers.row(LEVER), window.shelf.scenarios
        places = {"field": _center(row.field), "label": _center(row.name_label)}
        handle = row.slider.center_of(row.slider.value()).toPoint()
        places["slider"] = row.slider.mapToGlobal(handle).toTuple()
        for number in range(scenarios.model.rowCount()):
            inside = scenarios.view.visualRect(scenarios.model.index(number)).center()
            place = scenarios.view.viewport().mapToGlobal(inside).toTuple()
            places[f"scenario {number}"] = place
        return {name: list(place) for name, place in places.items()}

    def _waiting(self) -> str:
        """Return what the window says it waits for."""
        bars = self._suanli.window.findChildren(ActionBar, "bar-waiting")
        return "\n".join(bar.sentence.text() for bar in bars if bar.isVisible())

    def _do_look(self) -> None:
        """Change nothing."""

    def _do_edit(self, value: float) -> None:
        document = self._suanli.document
        document.edit("Move", with_lever(document.scenario, LEVER, value))

    def _do_argue(self, question: str, note: str) -> None:
        """Keep the state as a bookmark, pin a note to a chart and put a question."""
        suanli = self._suanli
        suanli.window.actions_["star"].trigger()
        scenario = suanli.document.scenario
        argued = replace(
            scenario.presented,
            **dict.fromkeys(ARGUMENT, question),
            pinned=(PinnedNote(note, "enterprises", date=2029.0),),
        )
        suanli.document.edit("Argue", replace(scenario, presented=argued))

    def _do_new(self) -> None:
        self._suanli.workspace.open(Scenario(title="Another"), anew=True)

    def _do_flush(self) -> None:
        self._suanli.autosave.flush()

    def _do_open(self, path: str) -> None:
        self._suanli.files.open_path(Path(path))

    def _do_recent(self) -> None:
        """Open the menu of recent files."""
        self._suanli.window.menus["recent"].aboutToShow.emit()

    def _do_wait_no_longer(self) -> None:
        """Press Cancel where the window says what it waits for."""
        self._suanli.window.findChild(ActionBar, "bar-waiting").buttons["cancel"].click()

    def _do_export(self, path: str) -> None:
        self._suanli.exports.write_chart(0, Path(path))

    def _do_save(self) -> None:
        self._suanli.saving.save(self._suanli.document)

    def _do_save_to(self, path: str) -> None:
        self._suanli.saving.save_to(Path(path))

    def _do_choose(self, key: str) -> None:
        """Answer the question that is open."""
        self._suanli.window.findChildren(Question)[-1].choose(key)

    def _do_bar(self, key: str, choice: str) -> None:
        self._suanli.window.bars.bars[key].buttons[choice].click()

    def _do_offer(self, choice: str) -> None:
        self._suanli.recovering.bar.buttons[choice].click()

    def _do_fault(self) -> None:
        """Let a slot fail."""
        QTimer.singleShot(0, self._fail)

    def _do_log_out(self) -> None:
        """Say what the session says before it ends programs."""
        app = QGuiApplication.instance()
        assert isinstance(app, QGuiApplication)
        app.commitDataRequest.emit(None)

    def _do_be(self, state: str, folder: str) -> None:
        """Bring the window into a state in which somebody might close it."""
        suanli = self._suanli
        slider = suanli.window.side.levers.row(LEVER).slider
        match state:
            case "edit":
                self._do_edit(500)
            case "question":
                self._do_edit(500)
                suanli.closing.close(suanli.document)
            case "dialog":
                suanli.window.actions_["properties"].trigger()
            case "exporting":
                suanli.exports.write_numbers(Path(folder) / "numbers.csv")
            case "long":
                document = suanli.document
                document.edit("Long", replace(document.scenario, futures=400_000))
                suanli.exports.write_numbers(Path(folder) / "numbers.csv")
            case "moving":
                slider.setSliderDown(True)
                slider.setValue(slider.value() + 5)
            case "bar":
                self._do_save_to(str(Path(folder) / "a.scenario.json"))
                (Path(folder) / "a.scenario.json").unlink()
                suanli.watch.check()

    def _do_end_loop(self, how: str, code: int) -> None:
        """End the event loop as some library might."""
        app = QGuiApplication.instance()
        assert app is not None
        match how:
            case "exit":
                QTimer.singleShot(0, partial(app.exit, code))
            case "sys.exit":
                QTimer.singleShot(0, partial(sys.exit, code))
            case "quit":
                QTimer.singleShot(0, app.quit)

    def _do_close(self) -> None:
        QTimer.singleShot(0, self._suanli.window.allow_close)

    def _fail(self) -> None:
        message = "a slot that fails"
        raise RuntimeError(message)


def _told(scenario: Scenario) -> list[Any]:
    """Return what is presented of a scenario: its argument, its bookmarks, its notes."""
    found = scenario.presented
    steps = [[step.title, lever_value(step.state, LEVER)] for step in found.story]
    return [*(getattr(found, key) for key in ARGUMENT), steps, [each.text for each in found.pinned]]


def _center(widget: QWidget) -> tuple[int, int]:
    x, y = widget.mapToGlobal(widget.rect().center()).toTuple()
    return x, y
