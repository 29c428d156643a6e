"""Which characters do not show: controls, marks of format, lone surrogates.

Seventh floor of planner. A table of our own, as of Unicode 15.1: the files that are right must not
depend on the Python that reads them, and the published JSON Schema says the same of them.
"""

from typing import Final

_RANGES: Final = (
    (0x0000, 0x001F),
    (0x007F, 0x009F),
    (0x00AD, 0x00AD),
    (0x0600, 0x0605),
    (0x061C, 0x061C),
    (0x06DD, 0x06DD),
    (0x070F, 0x070F),
    (0x0890, 0x0891),
    (0x08E2, 0x08E2),
    (0x180E, 0x180E),
    (0x200B, 0x200F),
    (0x2028, 0x202E),
    (0x2060, 0x2064),
    (0x2066, 0x206F),
    (0xD800, 0xDFFF),
    (0xFEFF, 0xFEFF),
    (0xFFF9, 0xFFFB),
    (0x110BD, 0x110BD),
    (0x110CD, 0x110CD),
    (0x13430, 0x1343F),
    (0x1BCA0, 0x1BCA3),
    (0x1D173, 0x1D17A),
    (0xE0001, 0xE0001),
    (0xE0020, 0xE007F),
)
_HIDDEN: Final = frozenset(chr(code) for first, last in _RANGES for code in range(first, last + 1))
_LAST_OF_FOUR_DIGITS: Final = 0xFFFF

JOINERS: Final = "\u200c\u200d"
"""Persian words and emoji families need them."""
OF_NOTES: Final = "\n\t"


def is_hidden(mark: str) -> bool:
    """Tell whether a character does not show."""
    return mark in _HIDDEN


def pattern_of_hidden(fine: str) -> str:
    """Return a regular expression of JSON Schema for a character that does not show.

    Those in `fine` are left out.
    """
    codes = sorted(ord(mark) for mark in _HIDDEN - set(fine))
    runs: list[list[int]] = []
    for code in codes:
        if runs and runs[-1][-1] == code - 1:
            runs[-1][-1] = code
        else:
            runs.append([code, code])
    spans = (f"{_written(first)}-{_written(last)}" for first, last in runs)
    return f"[{''.join(spans)}]"


def _written(code: int) -> str:
    """Return a character so that every dialect reads it, which none does with five digits."""
    return f"\\u{code:04x}" if code <= _LAST_OF_FOUR_DIGITS else chr(code)
