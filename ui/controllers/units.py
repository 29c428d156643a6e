"""The units in which the window tells numbers: shows everything anew, and remembers the choice."""

from dataclasses import replace
from typing import get_args

from PySide6.QtCore import QObject, Signal

from planner.quantities.told.lists import in_a_row
from planner.quantities.unit_system import Compute, Money, UnitSystem
from ui.charts.rescaled import rescaled, told
from ui.engine.published import Published
from ui.process.state.settings import Settings
from ui.views.main_window import MainWindow
from ui.wording.figures.units import form_of, tell_in, units


class Units(QObject):
    """Lets every part tell its numbers in the chosen units; `chosen` tells of a new choice."""

    chosen = Signal()

    def __init__(self, window: MainWindow, published: Published, settings: Settings) -> None:
        super().__init__(window)
        self._window = window
        self._published = published
        self._settings = settings
        self._name()

    def tell_money(self, money: Money) -> None:
        """Tell money in a currency."""
        self._tell(replace(units(), money=money))

    def tell_compute(self, compute: Compute) -> None:
        """Tell compute in a measure."""
        self._tell(replace(units(), compute=compute))

    def _tell(self, system: UnitSystem) -> None:
        """Show everything in other units and write the choice down: the program may be killed."""
        if system == units():
            return
        charts = self._window.center.charts
        before = [told(setting) for setting in charts.settings]
        tell_in(system)
        self._settings.keep("money", system.money)
        self._settings.keep("compute", system.compute)
        self._settings.sync()
        pairs = zip(charts.settings, before, strict=True)
        charts.set_settings([rescaled(*pair) for pair in pairs])
        self._show()
        self._name()
        self.chosen.emit()

    def _show(self) -> None:
        center, side, shelf = self._window.center, self._window.side, self._window.shelf
        for page in (side.levers, side.assumptions):
            page.make_again()
        center.set_theme(center.charts.theme)
        center.choose_year(center.wished_year)
        if self._published.run is not None:
            center.show_run(self._published.run)
            side.levers.show_run(self._published.run)
        shelf.history.refresh()
        center.wants_changed.emit()

    def _name(self) -> None:
        self._window.center.head.name_units(in_a_row((form_of("CNY").shown, units().compute)))


def kept_units(settings: Settings) -> UnitSystem:
    """Return the choice of the last time, the units of the model where there is none."""
    found = UnitSystem()
    money, compute = settings.text("money"), settings.text("compute")
    for each in get_args(Money):
        if each == money:
            found = replace(found, money=each)
    for each in get_args(Compute):
        if each == compute:
            found = replace(found, compute=each)
    return found
