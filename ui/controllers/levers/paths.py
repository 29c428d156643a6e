"""Opens the path of a lever over the charts and keeps it with the document on screen.

One path is open at a time; the button of its row is down as long. What the drawer is made of is
loaded when it is first opened: a window starts sooner. Floor: controllers.
"""

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QSignalBlocker

from planner.ensemble.projection import Request
from planner.model.graph import model
from planner.model.indices import address, split_address
from planner.model.inputs import elements_of
from planner.studies.compare import Pair
from ui.charts.contents.specs import asked_part, parts, spec_of
from ui.documents.current import Current
from ui.engine.published import Published
from ui.engine.shown_run import ShownRun
from ui.style.theme import Theme
from ui.views.main_window import MainWindow

if TYPE_CHECKING:
    from ui.views.paths.drawer import PathDrawer

_USUAL: Final[Pair] = ("enterprises", "")
"""What is asked of a path where the chart at hand shows no differences."""


class Paths(QObject):
    """Ties buttons, drawer, document and run together."""

    def __init__(self, window: MainWindow, current: Current, published: Published) -> None:
        super().__init__(window)
        self._window = window
        self._current = current
        self._published = published
        self._row = ""
        self.drawer: PathDrawer | None = None
        self._aside: tuple[PathDrawer, str] | None = None
        window.side.levers.path_wanted.connect(self._on_wanted)
        window.center.year_chosen.connect(self._on_year_chosen)
        window.center.theme_changed.connect(self._on_theme_changed)
        window.center.cover.changed.connect(self._on_covered)
        current.changed.connect(self._on_changed)
        current.settled.connect(self._on_settled)
        current.replaced.connect(self._on_replaced)
        published.changed.connect(self._on_published)

    def open(self, name: str) -> None:
        """Open the path of a row, or of one value, in place of one that is open."""
        self._open_one(self._one_of(name))

    def _open_one(self, name: str) -> None:
        from ui.views.paths.drawer import PathDrawer
        from ui.wording.paths.subject import subject_of

        center, subject = self._window.center, subject_of(name)
        self.drawer = drawer = PathDrawer(
            self._current, subject, self._asked(), center.charts.theme, center
        )
        drawer.closed.connect(self.close)
        drawer.place_wanted.connect(self._open_one)
        drawn = [Request(*drawer.effect.pair, view) for view in ("difference", "absolute")]
        drawer.show_year(center.year)
        center.cover.put(drawer, drawn, drawer.effect.requests)
        if self._published.run is not None:
            drawer.show_run(self._published.run)
        drawer.table.setFocus()

    def close(self) -> None:
        """Close the drawer; what was done stays, and the focus goes back to the row."""
        row, self._row, self.drawer = self._row, "", None
        self._window.center.cover.take()
        if row:
            button = self._window.side.levers.row(row).path_button
            button.setChecked(False)
            button.setFocus()

    def _on_covered(self) -> None:
        """Let go of the drawer where something else covers the charts, and take it back after.

        While it is set aside, another may be opened and closed.
        """
        drawer, row, cover = self.drawer, self._row, self._window.center.cover
        if drawer is not None and not cover.has(drawer):
            if cover.keeps(drawer):
                self._aside = drawer, row
            self.drawer, self._row = None, ""
            self._check(row, checked=False)
        if self._aside is not None and cover.has(self._aside[0]):
            (self.drawer, self._row), self._aside = self._aside, None
            self._check(self._row, checked=True)
            self._show_all()

    def _check(self, row: str, *, checked: bool) -> None:
        """Let the button of a row be down or up, where there is a row; nothing opens or closes."""
        if row:
            button = self._window.side.levers.row(row).path_button
            with QSignalBlocker(button):
                button.setChecked(checked)

    def _show_all(self) -> None:
        """Show what has changed meanwhile."""
        self._on_changed()
        self._on_theme_changed(self._window.center.charts.theme)
        self._on_year_chosen(self._window.center.year)
        if self._published.run is not None:
            self._on_published(self._published.run)

    def _one_of(self, name: str) -> str:
        """Return whose path is opened with a row: of all areas, the one that the window is about.

        While it is about all of them, that is all of them together.
        """
        lever = model().levers[split_address(name)[0]]
        if lever.index is None or split_address(name)[1]:
            return name
        areas = (each for each in self._window.center.areas.chosen if each in elements_of(lever))
        return address(lever.key, next(areas, ""))

    def _asked(self) -> Pair:
        """Return the outcome and the element that the chart at hand is about."""
        setting = self._window.center.setting_at_hand
        return _USUAL if spec_of(setting).is_counted else parts(setting)[asked_part(setting)]

    def _on_wanted(self, name: str, wanted: bool) -> None:
        if not wanted:
            if name == self._row:
                self.close()
            return
        before, self._row = self._row, name
        self._check(before, checked=False)
        self.open(name)

    def _on_changed(self) -> None:
        if self.drawer is not None:
            self.drawer.effect.freeze(self._current.document.is_moving)
            self.drawer.show_scenario(self._current.scenario)

    def _on_settled(self) -> None:
        if self.drawer is not None:
            self.drawer.effect.freeze(False)

    def _on_replaced(self) -> None:
        if self.drawer is not None:
            self.drawer.hand.forget()

    def _on_published(self, run: ShownRun) -> None:
        if self.drawer is not None:
            self.drawer.show_run(run)

    def _on_year_chosen(self, year: int) -> None:
        if self.drawer is not None:
            self.drawer.show_year(year)

    def take_over(self, before: "Paths") -> None:
        """Open the path that is open in the window before."""
        if before.drawer is None:
            return
        self._row = before._row  # noqa: SLF001 - its own kind
        self._check(self._row, checked=True)
        self._open_one(before.drawer.subject.input_.address)

    def open_again(self) -> None:
        """Open the path that is open anew: its numbers are told in other units."""
        if self.drawer is not None:
            self._open_one(self.drawer.subject.input_.address)

    def _on_theme_changed(self, theme: Theme) -> None:
        if self.drawer is not None:
            self.drawer.set_theme(theme)
