"""Which series the middle of the window wants: of all its parts, and of those that are seen.

It shows nothing and keeps nothing; `ui.views.center.panel` hands it the parts. Floor: views.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import chain

from planner.ensemble.projection import Request
from planner.studies.events import exhaustion_requests
from ui.charts.contents.curves import beside_requests
from ui.charts.contents.effect import effect_requests
from ui.charts.contents.limits import limit_requests
from ui.charts.contents.specs import ChartSetting, requests_for
from ui.views.cards.answer import AnswerLines
from ui.views.compare.choice import levels_of
from ui.views.compare.panel import ComparePanel
from ui.views.cover import Cover
from ui.wording.key_figures import kpi_requests
from ui.wording.rows.beside import requests_beside


@dataclass(frozen=True, slots=True)
class Wanted:
    """The parts that want series now; `table` is None where it is not seen, and costs nothing."""

    cards: tuple[Request, ...]
    charts: tuple[ChartSetting, ...]
    visible: tuple[ChartSetting, ...]
    answer: AnswerLines
    cover: Cover
    table: ComparePanel | None

    def all(self) -> tuple[Request, ...]:
        """Return every series that is on screen."""
        effects = chain.from_iterable(map(effect_requests, self.charts))
        limits = chain.from_iterable(map(limit_requests, self.visible))
        beside = chain(self.answer.requests(), *map(beside_requests, self.visible))
        told = (*self._always(), *kpi_requests(), *exhaustion_requests(), *effects, *limits)
        drawn = (*chart_requests(self.charts), *beside, *self.lines(), *self._compared())
        return tuple(dict.fromkeys((*told, *drawn)))

    def seen(self) -> tuple[Request, ...]:
        """Return the series whose futures are on screen: cards, levers, charts, the table."""
        return tuple(dict.fromkeys((*self._always(), *self.lines(), *self._compared())))

    def yearly(self) -> frozenset[Request]:
        """Return those seen in Decembers alone: what no chart on screen draws month by month."""
        return frozenset(self.seen()) - frozenset(self.lines())

    def lines(self) -> tuple[Request, ...]:
        """Return the series of the charts that are to be seen, and of what covers them."""
        drawn = (
            request
            for setting in self.visible
            for request in (*requests_for(setting), *effect_requests(setting))
        )
        return (*drawn, *self.cover.watched)

    def compared(self) -> tuple[Request, ...]:
        """Return what charts and places are about: the levels of all that they show."""
        return levels_of((*chart_requests(self.charts), *self.answer.others.requests()))

    def _compared(self) -> tuple[Request, ...]:
        return () if self.table is None else self.table.requests(self.compared())

    def _always(self) -> tuple[Request, ...]:
        """Return the series that are on screen whatever the charts: on cards, beside levers."""
        return (*self.cards, *requests_beside(), *self.answer.seen(), *self.cover.told)


def chart_requests(settings: Iterable[ChartSetting]) -> tuple[Request, ...]:
    """Return the series of charts, each once."""
    wanted = (one for setting in settings for one in requests_for(setting))
    return tuple(dict.fromkeys(wanted))
