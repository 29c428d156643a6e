"""What the window shows of a scenario, as a step of a story keeps it, and back. Floor: controllers.

A step keeps those parts of a session's view that are no scenario's own, and by its title what all
are held against; what it does not say stays as it is.
"""

from dataclasses import asdict, fields
from typing import Final

from planner.files.session.session import SessionView
from planner.model.presented.step import Shown
from ui.charts.kept.charts import ALONE
from ui.controllers.kept.session_view import show_view, view_of
from ui.controllers.kept.titles import title_that_fits
from ui.controllers.units import Units
from ui.documents.workspace import Workspace
from ui.views.main_window import MainWindow

_VIEW: Final = tuple(part.name for part in fields(Shown) if part.name != "against")
"""The parts that a session's view has, too."""


def shown_now(window: MainWindow, workspace: Workspace) -> Shown:
    """Return what the window shows now."""
    view, enlarged = view_of(window, workspace), window.center.charts.enlarged
    parts = {name: getattr(view, name) for name in _VIEW}
    if enlarged is not None:
        parts["arrangement"] = f"{ALONE}{enlarged + 1}"
    compared = workspace.compared
    against = "" if compared is None else title_that_fits(workspace.name(compared))
    return Shown(**parts, against=against)


def show(shown: Shown, window: MainWindow, told_in: Units) -> None:
    """Show what a step keeps, as far as it is known here."""
    charts = window.center.charts
    if shown.arrangement is not None:
        charts.enlarge(None)
    parts = asdict(shown)
    show_view(SessionView(**{name: parts[name] for name in _VIEW}), window, told_in)
    number = (shown.arrangement or "").removeprefix(ALONE)
    if number in {str(place + 1) for place in range(len(charts.settings))}:
        charts.enlarge(int(number) - 1)


def compare_as_kept(shown: Shown, workspace: Workspace) -> None:
    """Hold all against what a step keeps; against what they are now where that is not open."""
    named = {title_that_fits(workspace.name(each)): each for each in workspace.scenarios}
    if shown.against == "":
        workspace.compare_with(None)
    elif shown.against in named:
        workspace.compare_with(named[shown.against])
