"""Every command of the window as an action: its text and its shortcut.

What a command does is connected where the parts are known, in `ui/app.py` and the views.
"""

from dataclasses import dataclass, fields
from typing import Final

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QAction, QActionGroup, QKeySequence, QUndoGroup
from PySide6.QtWidgets import QWidget

from ui.widgets.fields.number_field import take_half_typed
from ui.widgets.icon import icon

WITH_ICONS: Final = (
    "new",
    "open",
    "save",
    "duplicate",
    "close",
    "undo",
    "redo",
    "replay",
    "star",
    "export_png",
    "copy_chart",
    "table",
    "panel",
)


@dataclass(frozen=True, slots=True)
class Actions:
    """The actions by name."""

    new: QAction
    open: QAction
    save: QAction
    save_as: QAction
    duplicate: QAction
    rename: QAction
    close: QAction
    properties: QAction
    export_png: QAction
    export_svg: QAction
    export_pdf: QAction
    export_all: QAction
    picture_size: QAction
    copy_chart: QAction
    export_numbers: QAction
    export_report: QAction
    quit: QAction
    undo: QAction
    redo: QAction
    replay: QAction
    star: QAction
    reset_levers: QAction
    reset_levers_to_baseline: QAction
    reset_levers_to_saved: QAction
    reset_assumptions: QAction
    reset_assumptions_to_baseline: QAction
    reset_assumptions_to_saved: QAction
    reset_to_saved: QAction
    copy_table: QAction
    view_absolute: QAction
    view_difference: QAction
    view_percent: QAction
    view_index: QAction
    enlarge: QAction
    table: QAction
    history: QAction
    panel: QAction
    next_scenario: QAction
    previous_scenario: QAction
    theme_system: QAction
    theme_light: QAction
    theme_dark: QAction
    help_bands: QAction
    help_glossary: QAction
    about: QAction


def make_actions(owner: QWidget, undo_group: QUndoGroup) -> Actions:
    """Return the actions of a window; undo and redo follow the active stack of the group."""
    made = {name: QAction(text, owner) for name, text in _texts().items()}
    for action in made.values():
        action.triggered.connect(take_half_typed)
    undo = QCoreApplication.translate("Actions", "&Undo")
    redo = QCoreApplication.translate("Actions", "&Redo")
    made["undo"] = undo_group.createUndoAction(owner, undo)
    made["redo"] = undo_group.createRedoAction(owner, redo)
    for name, keys in _shortcuts().items():
        made[name].setShortcuts(keys)
    _group(owner, [made[name] for name in made if name.startswith("view_")])
    _group(owner, [made[name] for name in made if name.startswith("theme_")])
    made["view_absolute"].setChecked(True)
    for name in ("table", "enlarge", "panel"):
        made[name].setCheckable(True)
    made["export_png"].setToolTip(QCoreApplication.translate("Actions", "Export chart as PNG"))
    made["quit"].setMenuRole(QAction.MenuRole.QuitRole)
    made["about"].setMenuRole(QAction.MenuRole.AboutRole)
    return Actions(**{field.name: made[field.name] for field in fields(Actions)})


def show_icons(actions: Actions, color: str) -> None:
    """Draw the icons of the toolbar in the color of the theme."""
    for name in WITH_ICONS:
        action: QAction = getattr(actions, name)
        action.setIcon(icon(name, color))


def _group(owner: QWidget, actions: list[QAction]) -> None:
    group = QActionGroup(owner)
    for action in actions:
        action.setCheckable(True)
        group.addAction(action)


def _texts() -> dict[str, str]:
    return {
        "new": QCoreApplication.translate("Actions", "&New scenario"),
        "open": QCoreApplication.translate("Actions", "&Open…"),
        "save": QCoreApplication.translate("Actions", "&Save"),
        "save_as": QCoreApplication.translate("Actions", "Save &as…"),
        "duplicate": QCoreApplication.translate("Actions", "&Duplicate scenario"),
        "rename": QCoreApplication.translate("Actions", "R&ename scenario"),
        "close": QCoreApplication.translate("Actions", "&Close scenario"),
        "properties": QCoreApplication.translate("Actions", "Scenario &properties…"),
        "export_png": QCoreApplication.translate("Actions", "Chart as &PNG…"),
        "export_svg": QCoreApplication.translate("Actions", "Chart as &SVG…"),
        "export_pdf": QCoreApplication.translate("Actions", "Chart as P&DF…"),
        "export_all": QCoreApplication.translate("Actions", "&All charts…"),
        "picture_size": QCoreApplication.translate("Actions", "Si&ze of exported charts…"),
        "copy_chart": QCoreApplication.translate("Actions", "Copy &chart"),
        "export_numbers": QCoreApplication.translate("Actions", "&Numbers…"),
        "export_report": QCoreApplication.translate("Actions", "&Report…"),
        "quit": QCoreApplication.translate("Actions", "&Quit"),
        "replay": QCoreApplication.translate("Actions", "Re&play the last change"),
        "star": QCoreApplication.translate("Actions", "&Bookmark this state"),
        "reset_levers": QCoreApplication.translate("Actions", "To &default"),
        "reset_levers_to_baseline": QCoreApplication.translate("Actions", "To &baseline"),
        "reset_levers_to_saved": QCoreApplication.translate("Actions", "To &saved"),
        "reset_assumptions": QCoreApplication.translate("Actions", "To &default"),
        "reset_assumptions_to_baseline": QCoreApplication.translate("Actions", "To &baseline"),
        "reset_assumptions_to_saved": QCoreApplication.translate("Actions", "To &saved"),
        "reset_to_saved": QCoreApplication.translate("Actions", "Reset everything to &saved"),
        "copy_table": QCoreApplication.translate("Actions", "Copy &table"),
        "view_absolute": QCoreApplication.translate("Actions", "&Absolute"),
        "view_difference": QCoreApplication.translate("Actions", "&Difference from baseline"),
        "view_percent": QCoreApplication.translate("Actions", "Difference in &percent"),
        "view_index": QCoreApplication.translate("Actions", "&Index"),
        "enlarge": QCoreApplication.translate("Actions", "&Enlarge chart"),
        "table": QCoreApplication.translate("Actions", "&Table"),
        "history": QCoreApplication.translate("Actions", "&Model against history"),
        "panel": QCoreApplication.translate("Actions", "Scenarios and &history"),
        "next_scenario": QCoreApplication.translate("Actions", "&Next scenario"),
        "previous_scenario": QCoreApplication.translate("Actions", "Pre&vious scenario"),
        "theme_system": QCoreApplication.translate("Actions", "Colors of the &system"),
        "theme_light": QCoreApplication.translate("Actions", "&Light colors"),
        "theme_dark": QCoreApplication.translate("Actions", "Dar&k colors"),
        "help_bands": QCoreApplication.translate("Actions", "How to read the &bands"),
        "help_glossary": QCoreApplication.translate("Actions", "&Glossary"),
        "about": QCoreApplication.translate("Actions", "&About Suanli"),
    }


def _shortcuts() -> dict[str, list[QKeySequence]]:
    key = QKeySequence.StandardKey
    standard = {
        "new": key.New,
        "open": key.Open,
        "save": key.Save,
        "save_as": key.SaveAs,
        "quit": key.Quit,
        "undo": key.Undo,
        "redo": key.Redo,
        "help_bands": key.HelpContents,
    }
    own = {
        "save_as": "Ctrl+Shift+S",
        "quit": "Ctrl+Q",
        "export_png": "Ctrl+E",
        "export_all": "Ctrl+Shift+E",
        "copy_chart": "Ctrl+Shift+C",
        "copy_table": "Ctrl+Shift+T",
        "reset_levers": "Ctrl+Shift+R",
        "view_absolute": "Ctrl+1",
        "view_difference": "Ctrl+2",
        "view_percent": "Ctrl+3",
        "view_index": "Ctrl+4",
        "enlarge": "F11",
        "table": "Ctrl+T",
        "history": "Ctrl+M",
        "properties": "Ctrl+I",
        "duplicate": "Ctrl+D",
        "rename": "F2",
        "close": "Ctrl+W",
        "replay": "Ctrl+R",
        "star": "Ctrl+B",
        "panel": "F9",
        "next_scenario": "Ctrl+PgDown",
        "previous_scenario": "Ctrl+PgUp",
    }
    found: dict[str, list[QKeySequence]] = {
        name: QKeySequence.keyBindings(which) for name, which in standard.items()
    }
    for name, text in own.items():
        keys = found.setdefault(name, [])
        if QKeySequence(text) not in keys:
            keys.append(QKeySequence(text))
    return found
