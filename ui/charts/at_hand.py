"""Which chart commands act on: the enlarged one, or that with the focus. Floor: charts."""

from PySide6.QtWidgets import QApplication, QWidget

from ui.charts.grid import ChartGrid


def has_focus(widget: QWidget) -> bool:
    """Tell whether a widget or a part of it has the focus."""
    focus = QApplication.focusWidget()
    return focus is not None and (widget is focus or widget.isAncestorOf(focus))


def number_at_hand(grid: ChartGrid) -> int:
    """Return the number of the chart that is enlarged or has the focus in a grid, else 0."""
    if grid.enlarged is not None:
        return grid.enlarged
    return next((number for number, view in enumerate(grid.views) if has_focus(view)), 0)
