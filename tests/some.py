"""What a test goes through: at least one thing, so that it can't pass by seeing nothing."""

from collections.abc import Iterable
from typing import TypeVar

T = TypeVar("T")


def some(things: Iterable[T]) -> list[T]:
    """Return things as a list; without any, the test fails."""
    found = [*things]
    assert found, "there is nothing to look at"
    return found
