"""What a table of units in another language is; floor: quantities.

The rows stand in a module per language. They are keyed by what the table of units shows in
English, which stays the form of files. Knows no number.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True, kw_only=True)
class PartWords:
    """One part of a unit in a language; what is left out is as it is `shown`.

    - `shown` stands behind a number and its magnitude, `words` above many numbers.
    - `one` stands behind a stroke, `one_word` behind "per", and `alone` in place of both where
      nothing else divides: all'anno.
    - `size` is how many of what is said are one of what is said in English.
    - What `is_thing` has its magnitude in full above many numbers: milioni di posti.
    """

    shown: str
    words: str = ""
    one: str = ""
    one_word: str = ""
    alone: str = ""
    size: float = 1.0
    is_thing: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class MagnitudeWords:
    """A magnitude in a language: `factor` of a unit, before a number's unit and in full."""

    factor: float
    shown: str
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class UnitWords:
    """The table of units of a language.

    - `texts` are units that are said as a whole, short ones and those above many numbers.
    - `parts` make all others; `divisors` are those that divide and differ from them, with their
      magnitude.
    - `magnitudes` are those of the units in English, by their key. A language that counts in
      others has `steps` in their place, the smallest first: the size of a number tells which of
      them it is told in. Where the size is not known that is the largest which is not larger than
      the magnitude in English, or the `usual` one of the unit. Units in `only` are told in one
      magnitude whatever the size: they are read beside each other everywhere.
    - `exact` are magnitudes in English word for word, for numbers that are to be computed with.
    - `per`, `and_per` join parts above many numbers, `joint` a magnitude and its unit.
    """

    texts: Mapping[str, str]
    parts: Mapping[str, PartWords]
    divisors: Mapping[str, PartWords] = field(default_factory=dict)
    magnitudes: Mapping[str, MagnitudeWords] = field(default_factory=dict)
    steps: tuple[MagnitudeWords, ...] = ()
    exact: Mapping[str, str] = field(default_factory=dict)
    usual: Mapping[str, float] = field(default_factory=dict)
    only: Mapping[str, float] = field(default_factory=dict)
    per: str = "/"
    and_per: str = "/"
    joint: str = ""
