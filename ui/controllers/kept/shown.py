"""What the window shows of a scenario, as a step of a story keeps it, and back. Floor: controllers.

A step keeps those parts of a session's view that are no scenario's own; what it does not say stays
as it is.
"""

from dataclasses import asdict, fields

from planner.files.session.session import SessionView
from planner.model.presented.step import Shown
from ui.charts.kept.charts import ALONE
from ui.controllers.kept.session_view import show_view, view_of
from ui.controllers.units import Units
from ui.documents.workspace import Workspace
from ui.views.main_window import MainWindow


def shown_now(window: MainWindow, workspace: Workspace) -> Shown:
    """Return what the window shows now."""
    view, enlarged = view_of(window, workspace), window.center.charts.enlarged
    parts = {part.name: getattr(view, part.name) for part in fields(Shown)}
    if enlarged is not None:
        parts["arrangement"] = f"{ALONE}{enlarged + 1}"
    return Shown(**parts)


def show(shown: Shown, window: MainWindow, told_in: Units) -> None:
    """Show what a step keeps, as far as it is known here."""
    charts = window.center.charts
    if shown.arrangement is not None:
        charts.enlarge(None)
    show_view(SessionView(**asdict(shown)), window, told_in)
    number = (shown.arrangement or "").removeprefix(ALONE)
    if number in {str(place + 1) for place in range(len(charts.settings))}:
        charts.enlarge(int(number) - 1)
