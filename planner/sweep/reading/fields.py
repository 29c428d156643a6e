"""A table of a plan, read field by field: each of its kind, within its bounds, none unknown.

Eighth floor of planner. Each fault is one sentence that names file, line, key, and what is allowed.
"""

import sys
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from typing import Any

from planner.quantities.told.lists import in_a_row, one_of
from planner.quantities.told.numerals import plain
from planner.storage.sentences.catalog import translate
from planner.storage.sentences.file_error import shown
from planner.sweep.reading.error import SweepError
from planner.sweep.reading.lines import Place, line_of


@dataclass(frozen=True, slots=True)
class Fields:
    """The fields of one table: what they hold, of which `file`, at which `place` in it."""

    file: str
    held: Mapping[str, Any]
    lines: Mapping[Place, int]
    place: Place = ()

    def fault(self, sentence: str, *keys: str) -> SweepError:
        """Return the error that says a sentence of a key, with the file and line in front."""
        text = translate("Planner", "{file}, line {line}: {wrong}")
        line = line_of(self.lines, (*self.place, *keys))
        return SweepError(text.format(file=self.file, line=line, wrong=sentence))

    def check_known(self, known: Collection[str]) -> None:
        """Raise SweepError for a key that is none of those known."""
        for key in self.held:
            if key in known:
                continue
            near = get_close_matches(key, [*known], n=2)
            text = translate("Planner", "there is no key {key}; known are {known}")
            if near:
                text = translate("Planner", "there is no key {key}; did you mean {near}?")
            said = text.format(key=self.named(key), near=one_of(near), known=in_a_row(known))
            raise self.fault(said, key)

    def table(self, key: str) -> "Fields":
        """Return the table of a key, empty where there is none. Raises SweepError."""
        held = self.held.get(key, {})
        if not isinstance(held, dict):
            raise self.wrong(key, held, translate("Planner", "a table"))
        return Fields(self.file, held, self.lines, (*self.place, key))

    def text(self, key: str, default: str) -> str:
        """Return the text of a key. Raises SweepError."""
        held = self.held.get(key, default)
        if not isinstance(held, str):
            raise self.wrong(key, held, translate("Planner", "a text"))
        return held

    def choice(self, key: str, allowed: Collection[str], default: str) -> str:
        """Return the text of a key, one of those allowed. Raises SweepError."""
        held = self.held.get(key, default)
        if not isinstance(held, str) or held not in allowed:
            raise self.wrong(key, held, one_of([*allowed]))
        return held

    def whole(self, key: str, least: int, most: int, default: int) -> int:
        """Return the whole number of a key, within bounds. Raises SweepError."""
        held = self.held.get(key, default)
        if not is_whole(held) or not least <= held <= most:
            text = translate("Planner", "a whole number from {least} to {most}")
            raise self.wrong(key, held, text.format(least=plain(least), most=plain(most)))
        return int(held)

    def truth(self, key: str) -> bool:
        """Return the truth value of a key, false where it is not there. Raises SweepError."""
        held = self.held.get(key, False)
        if not isinstance(held, bool):
            raise self.wrong(key, held, one_of(("true", "false")))
        return held

    def number(self, key: str) -> float:
        """Return the number of a key, which has to be there. Raises SweepError."""
        held = self.held.get(key)
        if held is None:
            text = translate("Planner", "{key} is missing; it must be a number")
            raise self.fault(text.format(key=self.named(key)))
        if not is_number(held):
            raise self.wrong(key, held, translate("Planner", "a number"))
        return float(held)

    def wrong(self, key: str, held: object, allowed: str) -> SweepError:
        """Return the error of a key that holds what it may not."""
        text = translate("Planner", "{key} is {given}; it must be {allowed}")
        said = text.format(key=self.named(key), given=given(held), allowed=allowed)
        return self.fault(said, key)

    def named(self, key: str) -> str:
        """Return the name of a key with the tables it stands in."""
        return ".".join((*self.place, key))


def is_whole(value: object) -> bool:
    """Tell whether a value of TOML is a whole number; true and false are none."""
    return isinstance(value, int) and not isinstance(value, bool)


def is_number(value: object) -> bool:
    """Tell whether a value of TOML is a finite number, and none too large to be reckoned with."""
    if isinstance(value, bool) or not isinstance(value, float | int):
        return False
    return abs(value) <= sys.float_info.max


def given(value: object) -> str:
    """Return a value of TOML as it can be shown in a sentence."""
    if isinstance(value, bool | int | str | list | dict):
        return str(shown(value))
    return str(value)
