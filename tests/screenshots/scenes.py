"""What the window can show, a scene each: how it is brought there, and what is seen of it.

A scene is played in a window of its own, by the commands and widgets that a hand would use.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QElapsedTimer, QEvent, QEventLoop, QTimer
from PySide6.QtWidgets import QApplication, QWidget

from planner.model.scenario import Scenario, with_lever, with_target
from planner.model.targets.target import Target
from planner.storage.sentences.catalog import translate
from tests.screenshots.sweeps import folder_of_sweep
from ui.app import build
from ui.engine.studies import StudyRunner
from ui.parts import Suanli
from ui.views.sweeps.misses_page import MissesPage
from ui.views.sweeps.question_page import QuestionPage
from ui.views.sweeps.tradeoff_page import TradeoffPage
from ui.views.sweeps.worlds_page import WorldsPage
from ui.wording.commands.table import MENUS

PATIENCE_MS = 60_000
FEW_FUTURES = 100
"""As many as a scene needs where nothing of its numbers is looked at."""
_FUTURES = Scenario().futures
_STEP_MS = 20
_LEVEL = "12500"
TITLES = ("Vouchers doubled", "Alibaba 480 bn")


@dataclass(frozen=True)
class Stage:
    """The window of a scene, and how many futures its scenarios have."""

    suanli: Suanli
    futures: int = _FUTURES

    def give(self, *keys: str) -> None:
        """Give commands by their keys."""
        for key in keys:
            self.suanli.window.actions_[key].trigger()
            self.settle()

    def settle(self) -> None:
        """Wait until everything is drawn and no question is being answered, twice in a row.

        What was asked for in the first of both, as the height of wrapped words, is there then.
        """
        clock, waking, was_settled = QElapsedTimer(), QTimer(interval=_STEP_MS), False
        clock.start()
        waking.start()  # what is waited for may come without an event
        while clock.elapsed() < PATIENCE_MS:
            QCoreApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
            QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
            if was_settled and self._is_settled():
                return
            was_settled = self._is_settled()
        raise TimeoutError

    def _is_settled(self) -> bool:
        runners = self.suanli.window.findChildren(StudyRunner)
        page = self.suanli.history.page
        if page is not None and page.chart.isHidden():
            return False
        return self.suanli.live.state == "held" and not any(each.is_busy for each in runners)


Scene = Callable[[Stage], QWidget]


def start(stage: Stage) -> QWidget:
    """The window as it opens."""
    return stage.suanli.window


def assumptions(stage: Stage) -> QWidget:
    """The second tab at the left."""
    stage.suanli.window.side.tabs.setCurrentIndex(1)
    return stage.suanli.window


def places(stage: Stage) -> QWidget:
    """The window about one place."""
    _change(stage)
    stage.suanli.window.center.areas.choose(("chengdu",))
    return stage.suanli.window


def compared_by_year(stage: Stage) -> QWidget:
    """One outcome of these scenarios by year."""
    _two(stage)
    stage.give("table")
    stage.suanli.window.center.compare.choose_kind("years")
    return stage.suanli.window


def path(stage: Stage) -> QWidget:
    """The path of a lever over the charts."""
    _change(stage)
    stage.suanli.window.side.show_path("alibaba_plan")
    return stage.suanli.window


def asked_below(stage: Stage) -> QWidget:
    """Ask with its answers, those below."""
    _two(stage)
    stage.suanli.ask.open("survive")
    return stage.suanli.window


def targets(stage: Stage) -> QWidget:
    """Two targets: in the charts, the cards, and at the right."""
    _change(stage)
    document, scenario = stage.suanli.document, stage.suanli.document.scenario
    scenario = with_target(scenario, Target("enterprises", "at least", 12_500.0, "", 2030))
    scenario = with_target(scenario, Target("used_compute", "at least", 3000.0, "", 2032))
    document.edit(_step, scenario)
    stage.settle()
    return stage.suanli.window


def target_editor(stage: Stage) -> QWidget:
    """The small window that edits a target."""
    stage.give("add_target")
    return stage.suanli.targets.editor or stage.suanli.window


def history(stage: Stage) -> QWidget:
    """The model against what was measured."""
    stage.give("history")
    return stage.suanli.history.page or stage.suanli.window


def second_window(stage: Stage) -> QWidget:
    """Four more charts in a window of their own."""
    stage.give("second_window")
    return stage.suanli.window.center.second or stage.suanli.window


def sweep(stage: Stage) -> QWidget:
    """The points of a sweep, one of them chosen, in a window of its own."""
    shown = stage.suanli.sweeps.open_path(folder_of_sweep())
    stage.settle()
    if shown.points is not None:
        shown.points.table.selectRow(4)
    stage.settle()
    return shown


def page_of_sweep(kind: type[QuestionPage], level: str = "") -> Scene:
    """Return the scene of a page of a sweep, with a level or without."""

    def shown_on(stage: Stage) -> QWidget:
        shown = stage.suanli.sweeps.open_path(folder_of_sweep())
        stage.settle()
        field = shown.bar.level
        field.setText(level)
        field.setModified(True)
        field.editingFinished.emit()
        stage.settle()
        (page,) = (each for each in shown.questions if isinstance(each, kind))
        shown.tabs.setCurrentWidget(page)
        stage.settle()
        return shown

    return shown_on


def story_editor(stage: Stage) -> QWidget:
    """The bookmarks of a scenario, in their order."""
    _bookmark(stage)
    return _dialog_of(stage, "edit_story")


def prepared(prepare: Callable[[Stage], None], *keys: str) -> Scene:
    """Return the scene of the window once it is prepared and some commands are given."""

    def scene(stage: Stage) -> QWidget:
        prepare(stage)
        stage.give(*keys)
        return stage.suanli.window

    return scene


def by_command(key: str) -> Scene:
    """Return the scene of the dialog that a command opens."""

    def scene(stage: Stage) -> QWidget:
        _change(stage)
        return _dialog_of(stage, key)

    return scene


def by_menu(key: str) -> Scene:
    """Return the scene of a menu of the menu bar."""

    def scene(stage: Stage) -> QWidget:
        menu = stage.suanli.window.menus[key]
        menu.aboutToShow.emit()
        menu.ensurePolished()
        menu.resize(menu.sizeHint())
        return menu

    return scene


def _dialog_of(stage: Stage, key: str) -> QWidget:
    """Give a command and return the dialog that it opens; the window where it opens none."""
    stage.give(key)
    dialogs = [each for each in QApplication.topLevelWidgets() if _is_beside(stage, each)]
    return dialogs[-1] if dialogs else stage.suanli.window


def _is_beside(stage: Stage, widget: QWidget) -> bool:
    """Tell whether a widget is a window of its own that is seen beside the window."""
    return widget.isVisible() and widget is not stage.suanli.window


def _titled(stage: Stage, title: str) -> Scenario:
    return Scenario(title=title, futures=stage.futures)


def _step() -> str:
    return translate("MatrixPanel", "Paste levers")


def _change(stage: Stage) -> None:
    scenario = with_lever(_titled(stage, TITLES[0]), "alibaba_plan", 480.0)
    for area in ("chengdu", "shanghai"):
        scenario = with_lever(scenario, f"voucher_budget.{area}", 400.0)
    stage.suanli.document.edit(_step, scenario)
    stage.settle()


def _bookmark(stage: Stage) -> None:
    """Bookmark a scenario in two states, the second with a long title."""
    _change(stage)
    stage.give("star")
    scenario = with_lever(stage.suanli.document.scenario, "alibaba_plan", 900.0)
    title = "Alibaba's plan from 480 to 900 bn CNY, spent later"
    stage.suanli.document.edit(lambda: title, scenario)
    stage.settle()
    stage.give("star")


def _two(stage: Stage) -> None:
    _change(stage)
    second = with_lever(_titled(stage, TITLES[1]), "center_sellable_target", 0.8)
    stage.suanli.workspace.open(second, anew=True)
    stage.settle()


DIALOGS = (
    "open",
    "save_as",
    "properties",
    "picture_size",
    "report_contents",
    "export_png",
    "export_numbers",
    "events",
    "find",
    "add_card",
    "help_bands",
    "help_glossary",
    "help_sweeps",
    "help_commands",
    "about",
)
SCENES: dict[str, Scene] = {
    "start": start,
    "changed": prepared(_change),
    "difference": prepared(_change, "view_difference"),
    "enlarged": prepared(_change, "enlarge"),
    "assumptions": assumptions,
    "place": places,
    "compare": prepared(_two, "table"),
    "compare-years": compared_by_year,
    "matrix": prepared(_two, "matrix"),
    "path": path,
    "ask": prepared(_two, "ask_all"),
    "ask-below": asked_below,
    "targets": targets,
    "target-editor": target_editor,
    "history": history,
    "second-window": second_window,
    "sweep": sweep,
    "sweep-worlds": page_of_sweep(WorldsPage, _LEVEL),
    "sweep-tradeoffs": page_of_sweep(TradeoffPage),
    "sweep-misses": page_of_sweep(MissesPage, _LEVEL),
    "inspect": prepared(_change, "inspect"),
    "story": prepared(_bookmark, "present"),
    "story-editor": story_editor,
    **{f"dialog-{key}": by_command(key) for key in DIALOGS},
    **{f"menu-{menu.key}": by_menu(menu.key) for menu in MENUS},
}


@contextmanager
def on_stage(size: tuple[int, int], futures: int = _FUTURES) -> Iterator[Stage]:
    """Open a window of a size for one scene, with all its futures drawn.

    Fewer futures of its scenarios look alike, and Ask answers about them in a fifth of the time.
    """
    suanli = build(patience=PATIENCE_MS / 1000)
    suanli.window.resize(*size)
    suanli.window.show()
    stage = Stage(suanli, futures)
    try:
        stage.settle()
        yield stage
    finally:
        suanli.close()
        suanli.take_down()
