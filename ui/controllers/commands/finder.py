"""Finds any command, lever, assumption or outcome by typing, and leads to what was chosen."""

from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QObject, QPoint, QSize
from PySide6.QtGui import QKeySequence

from planner.model.indices import address
from planner.model.inputs import Assumption, Lever, elements_of
from planner.model.outcome import GROUPS
from planner.model.stand_ins import CHINESE_AREAS, STAND_INS
from planner.storage.sentences.catalog import translate
from ui.charts.chooser import chart_entry
from ui.charts.contents.specs import charts_by_group
from ui.charts.contents.words import wording
from ui.views.inputs.groups import assumption_groups, lever_groups
from ui.views.main_window import MainWindow
from ui.widgets.chooser import Chooser, Entry, Group
from ui.wording.areas import sentence_on
from ui.wording.commands.command import Command
from ui.wording.commands.table import COMMANDS, MENUS
from ui.wording.commands.words import in_full, title_of_menu
from ui.wording.moves import title_of
from ui.wording.rows.path_display import follows_paths
from ui.wording.translate import model_text

_SIZE: Final = QSize(520, 460)
_BELOW: Final = 40
"""So far below the window's upper edge the list opens where its button is folded away."""
_MARGIN: Final = 6
"""From the list's edge to its field, which comes to lie where the button is."""


@dataclass(frozen=True, slots=True)
class _Control:
    """The control of a lever or an assumption."""

    address: str


@dataclass(frozen=True, slots=True)
class _Path:
    """The path of a lever over time."""

    lever: str


@dataclass(frozen=True, slots=True)
class _Place:
    """A place that the model does not have."""

    sentence: str


@dataclass(frozen=True, slots=True)
class _Command:
    """A command of the window."""

    key: str


class Finder(QObject):
    """Opens the list where it is asked for."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window

    def open(self) -> None:
        """Let something be found by typing."""
        chooser = Chooser(
            (self._commands(), _levers(), _assumptions(), _outcomes(), _paths(), _places()),
            translate("Finder", "Find a command, lever, assumption or outcome"),
            translate("Finder", "Nothing is called that. Try another word, or fewer."),
            translate("Finder", "What was found"),
            self._window,
        )
        chooser.chosen.connect(self._on_chosen)
        chooser.open_at(self._place(), _SIZE)

    def _place(self) -> QPoint:
        """Return where on the screen the list opens: over its button, or over the middle."""
        button = self._window.side.find_button
        if button.isVisible():
            return button.mapToGlobal(QPoint(-_MARGIN, -_MARGIN))
        left = max(0, (self._window.width() - _SIZE.width()) // 2)
        return self._window.mapToGlobal(QPoint(left, _BELOW))

    def _on_chosen(self, value: object) -> None:
        match value:
            case _Command(key):
                self._window.actions_[key].trigger()
            case _Place(sentence):
                self._window.status.tell(sentence)
            case _Path(name):
                self._window.side.show_path(name)
            case _Control(name):
                self._window.side.show_control(name)
            case str(chart):
                self._window.center.show_chart(chart)

    def _commands(self) -> Group:
        titles = {menu.key: title_of_menu(menu) for menu in MENUS}
        entries = []
        for row in (each for each in COMMANDS if each.menu):
            action = self._window.actions_[row.key]
            keys = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
            asked = action.toolTip() if row.menu == "ask" else ""
            more = f"{titles[row.menu]} {row.key} {_chinese(row)} {asked}"
            entry = Entry(
                value=_Command(row.key),
                text=in_full(row),
                more=more.replace("_", " "),
                aside=keys or titles[row.menu],
                tip=action.toolTip(),
                is_enabled=action.isEnabled(),
            )
            entries.append(entry)
        return Group(translate("Finder", "Commands"), tuple(entries))


def _chinese(row: Command) -> str:
    """Return the Chinese name of the place of a command, by which it is found too."""
    return CHINESE_AREAS.get(row.data, "") if row.checked_by == "area" else ""


def _places() -> Group:
    """Return the places that people look for and the model does not have."""
    entries = []
    for place in STAND_INS:
        sentence = sentence_on(place)
        entry = Entry(
            value=_Place(sentence),
            text=model_text(place.name),
            more=" ".join(place.names),
            tip=sentence,
        )
        entries.append(entry)
    return Group(translate("Finder", "Places not in the model"), tuple(entries))


def _levers() -> Group:
    entries = [
        _control(row, element, group.title)
        for group in lever_groups()
        for row in (*group.top, *group.rest)
        for element in dict.fromkeys(("", *elements_of(row)))
    ]
    return Group(translate("Finder", "Levers"), tuple(entries))


def _paths() -> Group:
    entries = []
    for group in lever_groups():
        for row in (*group.top, *group.rest):
            for element in dict.fromkeys(("", *elements_of(row))) if follows_paths(row) else ():
                name = address(row.key, element)
                text = translate("Finder", "Path of {name}").format(name=title_of(name))
                tip = translate("Finder", "Show and edit every date of it")
                more = row.key.replace("_", " ")
                entries.append(
                    Entry(value=_Path(name), text=text, more=more, aside=group.title, tip=tip)
                )
    return Group(translate("Finder", "Paths over time"), tuple(entries))


def _assumptions() -> Group:
    entries = [
        _control(row, element, group.title)
        for group in assumption_groups()
        for row in group.rest
        for element in elements_of(row)
    ]
    return Group(translate("Finder", "Assumptions"), tuple(entries))


def _control(row: Lever | Assumption, element: str, aside: str) -> Entry:
    name = address(row.key, element)
    return Entry(
        value=_Control(name),
        text=title_of(name),
        more=row.key.replace("_", " "),
        aside=aside,
        tip=model_text(row.doc),
    )


def _outcomes() -> Group:
    words = wording()
    entries = [
        chart_entry(spec, words, model_text(GROUPS[group]))
        for group, specs in charts_by_group().items()
        for spec in specs
    ]
    return Group(translate("Finder", "Outcomes"), tuple(entries))
