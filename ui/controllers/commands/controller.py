"""Calls what each command names, and shows which commands can be given and which are checked."""

from PySide6.QtCore import QObject

from ui.controllers.commands.handlers import Handlers, handler_of
from ui.controllers.commands.state import Situation, is_checked, is_enabled
from ui.documents.current import Current
from ui.wording.commands.table import COMMANDS
from ui.wording.figures.units import units


class CommandController(QObject):
    """Connects the actions of the window."""

    def __init__(self, handlers: Handlers, current: Current) -> None:
        super().__init__(handlers.window)
        self.handlers = handlers
        self._window = handlers.window
        self._appearance = handlers.appearance
        self._current = current
        self._shown: Situation | None = None
        self._commands = {row.key: row for row in COMMANDS if row.handler}
        self._calls = {row.key: handler_of(row, handlers) for row in self._commands.values()}
        for key in self._calls:
            self._window.actions_[key].triggered.connect(self._on_triggered)
        for changed in (
            current.place_changed,
            self._appearance.chosen,
            handlers.units.chosen,
            handlers.language.chosen,
            handlers.ask.shown,
            self._window.center.wants_changed,
            self._window.center.charts.at_hand_changed,
            self._window.center.table_shown,
            self._window.center.compare.inputs_shown,
            self._window.side.shown,
            self._window.side.at_hand_changed,
            self._window.shelf.shown,
            self._window.shelf.scenarios.row_changed,
        ):
            changed.connect(self.refresh)
        self.refresh()

    def refresh(self) -> None:
        """Enable and check every action as the window is now, unless it is so already."""
        now = self._situation()
        if now == self._shown:
            return
        self._shown = now
        for key, command in self._commands.items():
            action = self._window.actions_[key]
            action.setEnabled(is_enabled(command, now))
            action.setChecked(is_checked(command, now))

    def _situation(self) -> Situation:
        window = self._window
        at_hand = window.shelf.scenarios.at_hand
        document = at_hand or self._current.document
        chart = window.center.setting_at_hand
        return Situation(
            is_saved=document.path is not None,
            is_read_only=bool(document.place.read_only),
            view=window.center.charts.view,
            theme=self._appearance.choice,
            text_size=self._appearance.text_size,
            language=self.handlers.language.choice,
            is_enlarged=window.center.grid_at_hand.enlarged is not None,
            is_log=chart.log,
            is_pinned=chart.limits is not None,
            areas=window.center.areas.chosen,
            has_room_for_area=not window.center.areas.is_full,
            arrangement=window.center.grid_at_hand.arrangement,
            shows_strips=window.center.charts.has_strips,
            is_anonymous=self.handlers.exports.leaves_out_author,
            shows_table=window.center.shows_table,
            shows_matrix=window.center.compare.shows_inputs,
            shows_ask=self.handlers.ask.is_open,
            shows_side=not window.side.isHidden(),
            shows_panel=not window.shelf.isHidden(),
            may_put_back=window.side.may_put_back,
            has_targets=bool(self._current.scenario.targets),
            is_inspecting=self.handlers.inspect.is_open,
            color=window.shelf.scenarios.color_at_hand,
            units=units(),
        )

    def _on_triggered(self, checked: bool) -> None:
        key = self.sender().objectName()
        command, handler = self._commands[key], self._calls[key]
        if command.data:
            handler(command.data)
        elif command.is_checkable:
            handler(checked)
        else:
            handler()
        self._shown = None  # the click has moved a check mark by itself
        self.refresh()
