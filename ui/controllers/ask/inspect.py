"""Opens the inspection over the charts on what is at hand, and keeps it with the run on screen.

It holds the way that was walked, the month, the run and what the map shows. Everything is worked
out off the window's thread; while a hand moves at most so often, and nothing while it is closed.
What it is made of is loaded when it is first opened: a window starts sooner. Floor: controllers.
"""

from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QApplication, QWidget

from planner.ensemble.projection import Request
from planner.model.graph import model
from planner.model.indices import address
from planner.model.scenario import Scenario
from planner.model.sums import members
from planner.quantities.dates import MONTHS_PER_YEAR
from planner.storage.sentences.catalog import translate
from planner.studies.cards import Card
from ui.charts.contents.specs import asked_part, parts
from ui.controllers.ask.inspect_table import InspectTable
from ui.controllers.ask.tables import AnswerTables
from ui.documents.workspace import Workspace
from ui.engine.published import Published
from ui.engine.shown_run import ShownRun
from ui.engine.studies import Studies
from ui.style.theme import Theme
from ui.views.main_window import MainWindow
from ui.widgets.rows.input_row import InputRow
from ui.wording.key_figures import december

if TYPE_CHECKING:
    from planner.ensemble.many import Projector
    from planner.ensemble.progress import Steps
    from planner.studies.answers.about import About
    from planner.studies.answers.answer import Answer
    from planner.studies.inspect.node import Node
    from planner.studies.inspect.traced import Traced, Wanted
    from planner.studies.inspect.weighed import Weighed, Weighing
    from ui.views.inspect.panel import InspectPanel
    from ui.wording.inspect.about import WhichRun

REFRESH: Final = 600
"""Milliseconds from one answer to a moving hand to the next: the picture comes first."""
_USUAL: Final = Request("enterprises", "")


class Inspect(QObject):
    """Ties the panel, the run on screen and the engine together.

    `failed` carries the trace of a fault.
    """

    failed = Signal(str)

    def __init__(
        self,
        window: MainWindow,
        workspace: Workspace,
        published: Published,
        studies: Studies,
        tables: AnswerTables,
    ) -> None:
        super().__init__(window)
        self.table = InspectTable(self, window, tables)
        self._window = window
        self._workspace = workspace
        self._published = published
        self._studies = studies
        self.panel: InspectPanel | None = None
        self.way: list[Node] = []
        self.place = -1
        self._month_of_year = MONTHS_PER_YEAR - 1
        self._share: float | None = None
        self._about: About | None = None
        self._opened: frozenset[Node] | None = None
        self._wanted: Wanted | None = None
        self._pause = QTimer(self, singleShot=True, interval=REFRESH)
        self._pause.timeout.connect(self._trace)
        center = window.center
        center.year_chosen.connect(self._on_moved)
        center.theme_changed.connect(self._on_theme)
        center.kpis.inspection_wanted.connect(self._on_card)
        center.compare.inspection_wanted.connect(self._on_request)
        published.changed.connect(self._on_published)

    @property
    def is_open(self) -> bool:
        """Whether a value is inspected on screen."""
        return self.panel is not None and self._window.center.cover.has(self.panel)

    @property
    def node(self) -> "Node | None":
        """The value that is inspected, or was last."""
        return self.way[self.place] if self.way else None

    def toggle(self) -> None:
        """Inspect what is at hand, or show the charts again."""
        from planner.studies.inspect.node import node_of_input

        row = self._row_at_hand()
        if self.is_open:
            self.close()
        elif row is not None:
            self.walk(node_of_input(row.described.names[0]))
        else:
            self.open(self._at_hand())

    def open_input(self) -> None:
        """Inspect the lever or the assumption whose menu is open."""
        from planner.studies.inspect.node import node_of_input

        name = self._window.side.address_at_hand
        if name:
            self.walk(node_of_input(name))

    def open(self, text: str) -> None:
        """Inspect the value of an address."""
        from planner.studies.inspect.node import node_at

        self.walk(node_at(text))

    def walk(self, node: "Node") -> None:
        """Inspect a value, the one before being one step back."""
        if self.node != node:
            self.way = [*self.way[: self.place + 1], node]
            self.place = len(self.way) - 1
            self._opened = None
        self._show()

    def go(self, steps: int) -> None:
        """Go along the way that was walked, back with steps below zero."""
        place = self.place + steps
        if 0 <= place < len(self.way) and steps:
            self.place, self._opened = place, None
            self._show()

    def close(self) -> None:
        """Show the charts again, with the keys if the inspection has them."""
        center, panel, focused = self._window.center, self.panel, QApplication.focusWidget()
        is_used = panel is not None and focused is not None and panel.isAncestorOf(focused)
        center.cover.take()
        if is_used or focused is panel:
            center.setFocus()

    def tell_again(self) -> None:
        """Tell the same in the units that hold now."""
        if self.panel is not None:
            self.panel.tell_again()

    def _show(self) -> None:
        """Put the panel in the place of the charts, and trace what is inspected."""
        panel, cover = self.panel or self._made(), self._window.center.cover
        if not cover.has(panel):
            cover.put(panel, (), self._requests(), alone=True, stays=True)
            panel.setFocus()
        cover.want((), self._requests())
        self._tell_head()
        self._trace()

    def _tell_head(self) -> None:
        if self.panel is None or self.node is None:
            return
        head = self.panel.head
        head.show_way(self.way, self.place)
        head.show_element(self.node)
        head.show_month(self._month)
        head.show_share(self._share, may_rank=self._rank_by() is not None)

    @property
    def _month(self) -> int:
        year = self._window.center.year
        return december(year) - (MONTHS_PER_YEAR - 1) + self._month_of_year

    def _rank_by(self) -> "About | None":
        """Return by what futures are ranked: the first outcome on the way that is a number."""
        from planner.studies.answers.about import About
        from planner.studies.inspect.inspection import outcome_of

        for node in reversed(self.way[: self.place + 1]):
            outcome = outcome_of(node.name, is_whole=not node.element)
            if outcome is not None and not outcome.is_counted and not node.without:
                return About(outcome.key, node.element, self._window.center.year)
        return None

    def _requests(self) -> tuple[Request, ...]:
        """Return the series that the run on screen is to bring meanwhile."""
        about = self._rank_by()
        return (_USUAL,) if about is None else (about.request(),)

    def _trace(self) -> None:
        """Trace what is wanted now, unless that is what is shown."""
        from planner.studies.inspect.traced import Wanted, traced

        run, node, panel = self._published.run, self.node, self.panel
        if run is None or node is None or panel is None or not self.is_open:
            return
        shown = panel.traced
        wanted = Wanted(
            node,
            run.scenario,
            _against(run),
            min(self._month, december(run.scenario.last_year)),
            self._opened,
            self._share,
            self._rank_by() if self._share is not None else None,
            None if shown is None else shown.future,
            is_moving=self._workspace.is_moving and not run.is_whole,
        )
        if wanted == self._wanted:
            return
        self._wanted = wanted
        if wanted.is_moving:
            self._pause.start()
        self._runner.ask(partial(traced, wanted), cut=not wanted.is_moving)

    def _made(self) -> "InspectPanel":
        from planner.studies.future.futures import FutureError
        from planner.studies.inspect.node import InspectError
        from ui.views.inspect.panel import InspectPanel

        center = self._window.center
        self.panel = panel = InspectPanel(center.charts.theme, center)
        self._runner = self._studies.runner("live", panel, InspectError, FutureError)
        self._runner.computed.connect(self._on_traced)
        self._runner.refused.connect(self._on_refused)
        self._runner.failed.connect(self.failed)
        self._weigher = self._studies.runner("check", panel)
        self._weigher.computed.connect(self._on_weighed)
        self._weigher.failed.connect(self.failed)
        panel.closed.connect(self.close)
        panel.chosen.connect(self.walk)
        panel.folded.connect(self._on_folded)
        panel.gone.connect(self.go)
        panel.control_wanted.connect(self._window.side.show_control)
        panel.head.element_chosen.connect(self._on_element)
        panel.head.month_chosen.connect(self._on_month)
        panel.head.share_chosen.connect(self._on_share)
        panel.head.copied.connect(self.copy)
        panel.copied.connect(self._on_copied)
        panel.table_wished.connect(self.table.take)
        return panel

    def copy(self) -> None:
        """Copy all that is told as text."""
        if self.panel is not None and (text := self.panel.text()):
            self._on_copied(text)

    def _on_copied(self, text: str) -> None:
        QApplication.clipboard().setText(text)
        self._window.status.tell(translate("Inspect", "Copied as text"))

    @property
    def answer(self) -> "Answer | None":
        """What is shown as a table; None before all of it is there."""
        from ui.wording.inspect.causes_answer import causes_answer

        panel = self.panel
        if panel is None or panel.traced is None or panel.weighed is None:
            return None
        traced, weighed = panel.traced, panel.weighed
        if weighed.asked != _weighing(traced):
            return None
        against = traced.wanted.against.title
        return causes_answer(traced.wanted.scenario, traced.found, weighed, against)

    def _row_at_hand(self) -> InputRow | None:
        """Return the row of the lever or the assumption that has the keys."""
        row: QWidget | None = self._window.focusWidget()
        while row is not None and not isinstance(row, InputRow):
            row = row.parentWidget()
        return row

    def _at_hand(self) -> str:
        """Return the address of what has the keys: a card or a row; else of the chart."""
        center, focused = self._window.center, self._window.focusWidget()
        request = center.compare.table.request_at_hand
        if focused is center.compare.table and request is not None:
            return self._in_place(request.outcome, request.element)
        for told, widget in zip(center.kpis.rows, center.kpis.cards, strict=True):
            if widget is focused:
                return self._in_place(told.outcome, told.element or "")
        setting = center.setting_at_hand
        outcome, element = parts(setting)[asked_part(setting)]
        return self._in_place(outcome, element)

    def _in_place(self, outcome: str, element: str) -> str:
        """Return the address of an outcome where the window is, as far as it knows the place."""
        row, areas = model().outcomes[outcome], self._window.center.areas.chosen
        wished = (*members(element), *areas, *row.elements) if element else (*areas, *row.elements)
        return address(outcome, next(each for each in wished if each in row.elements))

    def _on_card(self, card: Card) -> None:
        if card.year is not None:
            self._window.center.choose_year(card.year)
        self.open(self._in_place(card.outcome, card.element or ""))

    def _on_request(self, request: Request) -> None:
        self.open(self._in_place(request.outcome, request.element))

    def _on_published(self, _run: ShownRun) -> None:
        if self.is_open and not self._pause.isActive():
            self._trace()

    def _on_moved(self, _year: int) -> None:
        if self.is_open:
            self._tell_head()
            self._trace()

    def _on_traced(self, found: "Traced") -> None:
        if self.panel is None or self._wanted is None or found.wanted.node != self._wanted.node:
            return
        self._opened = found.opened
        self.panel.show_traced(found, self._which(found))
        if found.ways is None:
            self._weigher.cancel()
        else:
            self._weigher.ask(partial(_weighed, found), cut=True)

    def _on_weighed(self, found: "Weighed") -> None:
        """Show what the draws tell, if it is of what is shown."""
        panel = self.panel
        if panel is not None and panel.traced is not None:
            traced = panel.traced.found
            if (found.asked.root, found.asked.month) == (traced.node, traced.course.month):
                panel.show_weighed(found)

    def _which(self, found: "Traced") -> "WhichRun":
        from ui.wording.compared.reference import in_sentence
        from ui.wording.inspect.about import WhichRun, of_future

        run = self._published.run
        against = in_sentence("" if run is None else run.against)
        which = WhichRun(found.wanted.scenario.title, against)
        return which if found.future is None else of_future(which, found.future)

    def _on_refused(self, why: str) -> None:
        if self.panel is not None:
            self.panel.show_refusal(f"{why[:1].upper()}{why[1:]}.")

    def _on_folded(self, node: "Node") -> None:
        """Show the causes of a node in the map, or hide them."""
        opened = self._opened or frozenset()
        self._opened = opened - {node} if node in opened else opened | {node}
        self._trace()

    def _on_element(self, element: str) -> None:
        from dataclasses import replace

        if self.node is not None:
            self.walk(replace(self.node, element=element))

    def _on_month(self, month: int) -> None:
        self._month_of_year = month
        self._trace()

    def _on_share(self, share: float | None) -> None:
        self._share = share
        self._trace()

    def _on_theme(self, theme: Theme) -> None:
        if self.panel is not None:
            self.panel.set_theme(theme)


def _weighed(found: "Traced", _engine: "Projector") -> "Steps[Weighed]":
    """Weigh the causes of what was traced, in the futures of its scenario."""
    from planner.studies.inspect.weighed import weighed

    return weighed(_weighing(found))


def _weighing(found: "Traced") -> "Weighing":
    """Return what is to be weighed of what was traced."""
    from planner.studies.inspect.weighed import weighing_of

    behind = tuple(lever for lever, _ in found.ways or ())
    return weighing_of(found.wanted.scenario, found.found, found.map, behind)


def _against(run: ShownRun) -> Scenario:
    """Return what a run on screen is held against."""
    return (run.reference or run.default or run.baseline).scenario
