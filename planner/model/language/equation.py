"""What an equation is: a small function whose name is the variable; third floor of planner.

The parameter names are what it depends on, the return annotation is its unit, the docstring is the
sentence a reader sees, the body is one returned expression. `@label` says what it is called where
no outcome shows it. A stock's function returns the stock's net flow per year; `@stock` names the
variable that gives its value at the start, and says whether the stock is signed: no other one may
ever become negative.
"""

from collections.abc import Callable
from typing import Any, TypeVar

Function = TypeVar("Function", bound=Callable[..., Any])


def label(text: str) -> Callable[[Function], Function]:
    """Mark an equation with what its variable is called: English, in the terms of the field.

    Unique among labels; one that an outcome shows is called as that outcome.
    """

    def mark(function: Function) -> Function:
        function.__dict__["label"] = text
        return function

    return mark


def stock(start: str, *, signed: bool = False) -> Callable[[Function], Function]:
    """Mark an equation as the net flow of a stock whose first value is the variable `start`.

    A signed stock may be negative, as a logarithm or a balance may.
    """

    def mark(function: Function) -> Function:
        function.__dict__["start"] = start
        function.__dict__["signed"] = signed
        return function

    return mark


def start_of(function: Callable[..., Any]) -> str | None:
    """Return the variable a stock starts from, None for an equation that is no stock."""
    start: str | None = function.__dict__.get("start")
    return start


def label_of(function: Callable[..., Any]) -> str:
    """Return what an equation's variable is called, in English; empty where an outcome shows it."""
    return str(function.__dict__.get("label", ""))


def is_signed(function: Callable[..., Any]) -> bool:
    """Tell whether an equation is a stock that may be negative."""
    return bool(function.__dict__.get("signed", False))
