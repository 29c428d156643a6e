"""The page of a trade-off: the second outcome, what is better of it, the world, and the points.

It tells that another one was chosen, and computes nothing. Floor: views.
"""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QVBoxLayout, QWidget

from planner.model.outcome import Better
from planner.storage.sentences.catalog import translate
from planner.studies.answers.about import About, about_another
from planner.studies.survive.tradeoff import TradeOff
from planner.studies.survive.worlds import World, worlds
from ui.charts.worlds.tradeoff_plot import tradeoff_plot
from ui.charts.worlds.view import PictureView
from ui.style.theme import Theme
from ui.views.ask.outcome_choice import OutcomeChoice
from ui.views.ask.worlds.advice import Weighed
from ui.widgets.fields.choice_box import ChoiceBox
from ui.widgets.label import label
from ui.wording.answers.survive import world_name
from ui.wording.answers.tradeoff import better_text

COST: Final = "net_public_cost"
"""What is weighed against the outcome until another one is chosen."""
_SENSES: Final[tuple[Better, ...]] = ("less", "more")
_LETTERS: Final = 9
_WIDEST: Final = 260


class TradeOffPage(QWidget):
    """A row of choices above the plot; `chosen` tells that something else is weighed."""

    chosen = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._outcome = COST
        self._worlds: tuple[World, ...] = ()
        self.outcome = OutcomeChoice()
        self.outcome.setAccessibleName(translate("TradeOffPage", "Second outcome"))
        self.outcome.show_outcome(COST)
        self.better = ChoiceBox()
        self.better.setAccessibleName(
            translate("TradeOffPage", "What is better of the second outcome")
        )
        for each in _SENSES:
            self.better.addItem(better_text(each), each)
        self.world = ChoiceBox()
        self.world.setAccessibleName(translate("TradeOffPage", "World"))
        self.world.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.world.setMinimumContentsLength(_LETTERS)
        self.world.setMaximumWidth(_WIDEST)
        self.points = PictureView(
            translate("TradeOffPage", "Two outcomes against each other"), theme
        )
        self.missing = label("", look="muted")
        self.missing.setWordWrap(True)
        self.show_worlds(worlds())
        self._lay_out()
        self.outcome.chosen.connect(self._on_outcome)
        self.better.activated.connect(self.chosen)
        self.world.activated.connect(self.chosen)

    def show_worlds(self, found: Sequence[World]) -> None:
        """Offer worlds; the one that was chosen stays so as long as it is there."""
        if tuple(found) == self._worlds:
            return
        before = self.world.currentIndex()
        chosen = self._worlds[before] if before >= 0 else None
        self._worlds = tuple(found)
        with QSignalBlocker(self.world):
            self.world.clear()
            self.world.addItems([world_name(each) for each in self._worlds])
            place = self._worlds.index(chosen) if chosen in self._worlds else 0
            self.world.setCurrentIndex(place)

    def weighed(self, about: About) -> Weighed:
        """Return what an outcome is weighed against."""
        second = about_another(about, self._outcome)
        return Weighed(second, self.better.currentData(), self._worlds[self.world.currentIndex()])

    def show_points(self, found: TradeOff | None, missing: str, colors: Sequence[int]) -> None:
        """Show the points, or why there are none."""
        self.points.show_picture(None if found is None else tradeoff_plot(found, colors))
        self.missing.setText(missing)
        self.missing.setVisible(bool(missing))

    def take_over(self, before: "TradeOffPage") -> None:
        """Weigh what is weighed on another page."""
        self._outcome = before._outcome  # noqa: SLF001 - its own kind
        self.outcome.show_outcome(self._outcome)
        self.show_worlds(before._worlds)  # noqa: SLF001 - its own kind
        self.better.setCurrentIndex(before.better.currentIndex())
        self.world.setCurrentIndex(before.world.currentIndex())

    def set_theme(self, theme: Theme) -> None:
        """Draw in the colors of a theme."""
        self.points.set_theme(theme)

    def _on_outcome(self, key: str) -> None:
        self._outcome = key
        self.outcome.show_outcome(key)
        self.chosen.emit()

    def _lay_out(self) -> None:
        against = label(translate("TradeOffPage", "against"), look="muted")
        inside = label(translate("TradeOffPage", "in the world"), look="muted")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addLayout(_line(against, self.better, self.outcome))
        layout.addLayout(_line(inside, self.world))
        layout.addWidget(self.missing)
        layout.addWidget(self.points, 1)


def _line(*parts: QWidget) -> QHBoxLayout:
    made = QHBoxLayout()
    made.setSpacing(6)
    for part in parts:
        made.addWidget(part)
    made.addStretch(1)
    return made
