"""The places that the whole window is about: all, one, or a few side by side. Floor: views.

One owner: the switch in the toolbar, the commands, charts, cards, levers and the line on the other
places read it and follow `changed`. It is no part of a scenario; it is remembered across starts.
"""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QObject, Signal

from ui.charts.contents.scopes import AT_MOST, Areas, in_order
from ui.wording.commands.rows.places import ALL

RECENT_AT_MOST: Final = 2
_PLUS: Final = "+"


class AreaChoice(QObject):
    """Which areas are chosen, and which were before; no area stands for all of them."""

    changed = Signal(object)
    recalled = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._chosen: Areas = ()
        self._recent: tuple[Areas, ...] = ()

    @property
    def chosen(self) -> Areas:
        """The areas that are chosen, in the order of the model; none for all."""
        return self._chosen

    @property
    def recent(self) -> tuple[Areas, ...]:
        """Choices to go back to, in the order in which they are offered."""
        return self._recent

    @property
    def is_full(self) -> bool:
        """Whether no further area has room beside the others."""
        return len(self._chosen) >= AT_MOST

    def choose(self, areas: Sequence[str]) -> None:
        """Be about these areas; about all where there are none."""
        areas = in_order(areas)
        if areas != self._chosen:
            self._chosen = areas
            self.changed.emit(areas)

    def toggle(self, area: str) -> None:
        """Be about an area too, or no longer; `all` chooses all. One too many changes nothing."""
        if area == ALL:
            self.choose(())
        elif area in self._chosen:
            self.choose([each for each in self._chosen if each != area])
        elif not self.is_full:
            self.choose([*self._chosen, area])

    def recall(self) -> None:
        """Offer what is chosen as a recent choice; it takes the place of the oldest one."""
        if self._chosen and self._chosen not in self._recent:
            self._recent = (self._chosen, *self._recent)[:RECENT_AT_MOST]
            self.recalled.emit()

    def as_text(self) -> tuple[str, str]:
        """Return what is chosen, and the recent choices, as texts that are kept."""
        return _PLUS.join(self._chosen), " ".join(_PLUS.join(each) for each in self._recent)

    def restore(self, chosen: str, recent: str) -> None:
        """Be as a kept text says; areas that there are no more are left out."""
        choices = (in_order(each.split(_PLUS)) for each in recent.split()[:RECENT_AT_MOST])
        self._recent = tuple(dict.fromkeys(each for each in choices if each))
        self.choose(chosen.split(_PLUS))
        self.recall()
        self.recalled.emit()
