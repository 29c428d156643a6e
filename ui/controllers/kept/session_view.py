"""How the window shows scenarios, as the view of a session, and back; floor: controllers.

Texts of charts and cards are those that the window keeps from day to day. What a view does not say
stays as it is; of what it says, what does not fit is named and left.
"""

from collections.abc import Sequence
from typing import Final, get_args

from planner.ensemble.projection import VIEWS
from planner.files.session.answer_fields import ANSWERS
from planner.files.session.session import SessionView
from planner.files.session.view_fields import WHOLE
from planner.quantities.unit_system import Compute, Money
from planner.storage.sentences.catalog import translate
from ui.charts.kept.charts import charts_in, text_of
from ui.charts.room import Arrangement
from ui.controllers.kept.cards import cards_in, text_of_cards
from ui.controllers.units import Units
from ui.documents.document import Document
from ui.documents.workspace import Workspace
from ui.views.center.panel import Center
from ui.views.main_window import MainWindow
from ui.wording.figures.units import units

ARRANGEMENTS: Final[tuple[Arrangement, ...]] = ("2 x 2", "1 x 3")


def word_of_part(part: str) -> str:
    """Return what a part of a view is called; one of another version by its own name."""
    words = {
        "against": translate("SessionView", "what all are held against"),
        "current": translate("SessionView", "the scenario on screen"),
        "colors": translate("SessionView", "colors"),
        "shown": translate("SessionView", "which scenarios are drawn"),
        "year": translate("SessionView", "the year"),
        "view": translate("SessionView", "what charts draw"),
        "charts": translate("SessionView", "charts"),
        "arrangement": translate("SessionView", "how charts are laid out"),
        "strips": translate("SessionView", "strips under charts"),
        "cards": translate("SessionView", "cards"),
        "places": translate("SessionView", "places"),
        "comparison": translate("SessionView", "the comparison"),
        "levers": translate("SessionView", "levers of the table of scenarios"),
        "table": translate("SessionView", "whether the comparison is open"),
        "report": translate("SessionView", "contents of reports"),
        "money": translate("SessionView", "the currency"),
        "compute": translate("SessionView", "the measure of compute"),
        ANSWERS: translate("SessionView", "answers that were kept"),
        WHOLE: translate("SessionView", "all of it"),
    }
    return words.get(part, part)


def view_of(window: MainWindow, workspace: Workspace) -> SessionView:
    """Return how the window shows what is open now."""
    center, listing = window.center, workspace.listing()
    keys = [each.key for each in listing.scenarios]
    return SessionView(
        current=_counted(listing.current, keys),
        against=_counted(listing.compared, keys),
        colors=tuple(each.color for each in listing.scenarios),
        shown=tuple(each.is_checked for each in listing.scenarios),
        year=center.wished_year,
        view=center.charts.view,
        charts=text_of(center.charts.settings),
        arrangement=center.charts.arrangement,
        strips=center.charts.has_strips,
        cards=text_of_cards(center.kpis.rows),
        places=center.areas.as_text()[0],
        comparison=center.compare.text,
        levers=center.compare.levers,
        table=center.shows_table,
        money=units().money,
        compute=units().compute,
    )


def _counted(key: str, keys: Sequence[str]) -> int:
    """Return which scenario has a key, counted from 1; 0 is the baseline."""
    return keys.index(key) + 1 if key in keys else 0


def show_scenarios(view: SessionView, workspace: Workspace, documents: Sequence[Document]) -> None:
    """Give scenarios their colors and check marks, and bring the one on screen that was."""
    drawn = view.shown or (True,) * len(documents)
    colors = dict(zip(documents, view.colors or (), strict=False))
    for document, is_drawn in zip(documents, drawn, strict=True):
        if not is_drawn:
            workspace.draw(document, drawn=False)
            if document in colors:
                workspace.paint(document, colors[document])
    wanted = [each for each, is_drawn in zip(documents, drawn, strict=True) if is_drawn]
    for document in wanted:
        workspace.draw(document, drawn=True)
    workspace.paint_all({each: colors[each] for each in wanted if each in colors})
    if view.against is not None:
        workspace.compare_with(documents[view.against - 1] if view.against else None)
    if view.current is not None:
        workspace.show(documents[view.current - 1] if view.current else None)


def show_view(view: SessionView, window: MainWindow, told_in: Units) -> tuple[str, ...]:
    """Show a view; return the parts of it that are not known here."""
    for money in get_args(Money):
        if money == view.money:
            told_in.tell_money(money)
    for compute in get_args(Compute):
        if compute == view.compute:
            told_in.tell_compute(compute)
    _show_charts(view, window.center)
    _show_rest(view, window.center)
    now = _parts_now(window.center)
    wanted = {part: getattr(view, part) for part in now}
    return tuple(part for part in now if wanted[part] not in (None, now[part]))


def _show_charts(view: SessionView, center: Center) -> None:
    if view.charts is not None:
        center.charts.set_settings(charts_in(view.charts))
    for arrangement in ARRANGEMENTS:
        if arrangement == view.arrangement:
            center.charts.arrange(arrangement)
    for each in VIEWS:
        if each == view.view:
            center.choose_view(each)
    if view.strips is not None:
        center.show_strips(view.strips)


def _show_rest(view: SessionView, center: Center) -> None:
    if view.year is not None:
        center.choose_year(view.year)
    if view.places is not None:
        center.areas.restore(view.places, center.areas.as_text()[1])
    if view.cards is not None:
        center.kpis.choose(cards_in(view.cards))
    if view.comparison is not None:
        center.compare.restore(view.comparison)
    if view.levers is not None:
        center.compare.choose_levers(_known_levers(view.levers))
    if view.table is not None:
        center.show_table(view.table)


def _known_levers(text: str) -> str:
    """Return a choice of levers without those that the model does not know."""
    from ui.views.matrix.columns import choice_in  # no start needs it

    return choice_in(text).text()


def _parts_now(center: Center) -> dict[str, object]:
    """Return each part as the window has it now, as far as it can be held against a view."""
    return {
        "year": center.wished_year,
        "view": center.charts.view,
        "charts": text_of(center.charts.settings),
        "arrangement": center.charts.arrangement,
        "cards": text_of_cards(center.kpis.rows),
        "places": center.areas.as_text()[0],
        "comparison": center.compare.text,
        "levers": center.compare.levers,
        "money": units().money,
        "compute": units().compute,
    }
