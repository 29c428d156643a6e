"""The parts of a text that is given values: words and values in turn, in order.

Lowest floor of planner. How they are put together is up to the language.
"""

from collections.abc import Iterator
from functools import lru_cache
from string import Formatter
from typing import Any, Final

_FORMATTER: Final = Formatter()


def parts_given(text: str, values: Any) -> Iterator[str]:  # noqa: ANN401 - as of str, any mapping
    """Yield the words before each name in braces and its value, then the words at the end."""
    for literal, name, form, conversion in _parsed(text):
        yield literal
        if name is not None:
            value, _ = _FORMATTER.get_field(name, (), values)
            yield format(_FORMATTER.convert_field(value, conversion), form or "")


@lru_cache(maxsize=4096)
def _parsed(text: str) -> tuple[tuple[str, str | None, str | None, str | None], ...]:
    return tuple(_FORMATTER.parse(text))
