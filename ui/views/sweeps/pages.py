"""Which pages the window of a sweep has beside that of its points. Floor: views."""

from collections.abc import Iterator

from ui.engine.studies import Studies
from ui.engine.sweeps.points import Opened
from ui.style.theme import Theme
from ui.views.sweeps.misses_page import MissesPage
from ui.views.sweeps.question_page import QuestionPage
from ui.views.sweeps.tradeoff_page import TradeoffPage
from ui.views.sweeps.worlds_page import WorldsPage

_TWO = 2


def question_pages(opened: Opened, studies: Studies, theme: Theme) -> Iterator[QuestionPage]:
    """Yield the pages of a folder, in their order."""
    if opened.folder.plan.points.worlds:
        yield WorldsPage(opened, studies)
    if len(opened.numbers) >= _TWO:
        yield TradeoffPage(opened, studies, theme)
    if opened.numbers:
        yield MissesPage(opened, studies, theme)
