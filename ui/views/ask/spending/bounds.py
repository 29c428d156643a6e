"""The button that tells the bounds of a split and opens their fields. Floor: views."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from planner.storage.sentences.catalog import translate
from planner.studies.spending.instrument import Instrument
from ui.views.ask.spending.bounds_popup import BoundsPopup
from ui.views.ask.spending.chosen_bounds import ChosenBounds
from ui.widgets.elided_button import ElidedButton
from ui.wording.answers.spending.bounds import bounds_text


class BoundsButton(ElidedButton):
    """Shows bounds in short; `bounded` tells that there are others."""

    bounded = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self.bounds = ChosenBounds()
        self._among: tuple[Instrument, ...] = ()
        self.popup: BoundsPopup | None = None
        self.setToolTip(
            translate("BoundsButton", "What each use and each place gets at least and at most")
        )
        self.clicked.connect(self.open)

    def show_among(self, among: tuple[Instrument, ...]) -> None:
        """Offer bounds of what the money may go to."""
        self._among = among
        self.tell_again()

    def open(self) -> None:
        """Open the fields below the button."""
        self.popup = BoundsPopup(self.bounds, self._among, self)
        self.popup.bounded.connect(self._on_bounded)
        self.popup.open_beside(self)

    def _on_bounded(self, bounds: ChosenBounds) -> None:
        self.bounds = bounds
        self.tell_again()
        self.bounded.emit()

    def tell_again(self) -> None:
        """Tell the bounds in the units that hold now."""
        bounds = self.bounds
        own = bounds.own_count(self._among)
        text = bounds_text(bounds.least_each, bounds.most_each, bounds.least_place, own)
        self.show_text(text)
        self.setAccessibleName(translate("BoundsButton", "Bounds: {bounds}").format(bounds=text))
