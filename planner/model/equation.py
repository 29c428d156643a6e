"""What an equation is: a small function whose name is the variable; third floor of planner.

The parameter names are what it depends on, the return annotation is its unit, the docstring is the
sentence a reader sees, the body is one returned expression. A stock's function returns the stock's
net flow per year; `@stock` names the variable that gives its value at the start.
"""

from collections.abc import Callable
from typing import Any, TypeVar

Function = TypeVar("Function", bound=Callable[..., Any])


def stock(start: str) -> Callable[[Function], Function]:
    """Mark an equation as the net flow of a stock whose first value is the variable `start`."""

    def mark(function: Function) -> Function:
        function.__dict__["start"] = start
        return function

    return mark


def start_of(function: Callable[..., Any]) -> str | None:
    """Return the variable a stock starts from, None for an equation that is no stock."""
    start: str | None = function.__dict__.get("start")
    return start
