"""The toolbar: the commands that stand there, group by group, and what the charts show."""

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QAbstractButton, QToolBar

from planner.storage.sentences.catalog import translate
from ui.views.commands.actions import Actions
from ui.views.tool_head import ToolHead
from ui.widgets.focus.arrow_keys import ArrowKeys
from ui.wording.commands.table import COMMANDS, on_toolbar


class Toolbar(QToolBar):
    """Buttons of commands; the head of the charts stands before the last group."""

    def __init__(self, actions: Actions, head: ToolHead) -> None:
        super().__init__(translate("Toolbar", "Toolbar"))
        self.setObjectName("toolbar")
        self.setMovable(False)
        self.setIconSize(QSize(18, 18))
        *groups, last = on_toolbar()
        for group in groups:
            self.addActions([actions[command.key] for command in group])
            self.addSeparator()
        head.offer_views(actions[row.key] for row in COMMANDS if row.checked_by == "view")
        head.offer_units(actions[row.key] for row in COMMANDS if row.menu == "units")
        self._head = self.addWidget(head)
        self.addActions([actions[command.key] for command in last])
        self._keys = ArrowKeys(self, self._buttons)

    def split_off(self) -> QToolBar:
        """Return a second toolbar with the head of the charts, which leaves this one."""
        below = QToolBar(translate("Toolbar", "Place, year and view"))
        below.setObjectName("toolbar below")
        below.setMovable(False)
        self.removeAction(self._head)
        below.addAction(self._head)
        return below

    def _buttons(self) -> list[QAbstractButton]:
        """Return the buttons of commands, which the tab key takes for one stop."""
        widgets = (self.widgetForAction(action) for action in self.actions())
        return [each for each in widgets if isinstance(each, QAbstractButton)]
