"""Lists, ranges and several sentences, put together as the language spoken does.

A list is that of Qt's locales (in English without a comma before its last word); a test holds the
two together. Floor: quantities.
"""

from collections.abc import Iterable, Sequence
from typing import Final, NamedTuple

from planner.quantities.shown import in_range
from planner.storage.sentences.catalog import translate
from planner.storage.sentences.spoken import Language, spoken


class _Marks(NamedTuple):
    """What stands between names and before the last one, then between longer and longer parts."""

    comma: str
    last: str
    either: str
    pause: str
    clause: str
    stop: str
    sentence: str
    colon: str
    span: str
    brackets: str


_ENDS: Final = (
    ".!?…\N{IDEOGRAPHIC FULL STOP}\N{FULLWIDTH EXCLAMATION MARK}\N{FULLWIDTH QUESTION MARK}"
)
_SIGNS: Final = "+−-"
"""A dash between ends is hard to read beside these."""

_MARKS: Final[dict[Language, _Marks]] = {
    "en": _Marks(", ", " and ", " or ", ", ", "; ", ".", " ", ": ", "{low}–{high}", " ({more})"),
    "it": _Marks(", ", " e ", " o ", ", ", "; ", ".", " ", ": ", "{low}–{high}", " ({more})"),
    "zh_CN": _Marks(
        "、",
        "和",
        "或",
        "\N{FULLWIDTH COMMA}",
        "\N{FULLWIDTH SEMICOLON}",
        "\N{IDEOGRAPHIC FULL STOP}",
        "",
        "\N{FULLWIDTH COLON}",
        "{low}\N{FULLWIDTH TILDE}{high}",
        "\N{FULLWIDTH LEFT PARENTHESIS}{more}\N{FULLWIDTH RIGHT PARENTHESIS}",
    ),
}


def all_of(names: Sequence[str]) -> str:
    """Return names as one list: `a, b and c`."""
    return _joined(names, _MARKS[spoken()].last)


def one_of(names: Sequence[str]) -> str:
    """Return names of which one is meant: `a, b or c`."""
    return _joined(names, _MARKS[spoken()].either)


def in_a_row(names: Iterable[str]) -> str:
    """Return names parted by commas alone."""
    return _MARKS[spoken()].comma.join(names)


def comma() -> str:
    """Return what stands between the names of a list."""
    return _MARKS[spoken()].comma


def in_turn(texts: Iterable[str]) -> str:
    """Return parts of a sentence, each said by itself, parted by commas; empty ones are left out.

    In Chinese that is another comma than the one between names.
    """
    return _MARKS[spoken()].pause.join(filter(None, texts))


def clause_mark() -> str:
    """Return what stands between clauses that may hold commas."""
    return _MARKS[spoken()].clause


def sentence_mark() -> str:
    """Return what stands between whole sentences."""
    return _MARKS[spoken()].sentence


def clauses(texts: Iterable[str]) -> str:
    """Return clauses of a sentence, which may hold commas, one behind the other; none is empty."""
    return _MARKS[spoken()].clause.join(filter(None, texts))


def sentences(texts: Iterable[str]) -> str:
    """Return whole sentences one behind the other; empty ones are left out."""
    return _MARKS[spoken()].sentence.join(filter(None, texts))


def as_sentences(texts: Iterable[str]) -> str:
    """Return texts one behind the other, each but the last ended as a sentence is.

    One that ends with a mark of its own keeps it; empty ones are left out.
    """
    *before, last = [*filter(None, texts)] or [""]
    return sentences((*(_ended(each) for each in before), last))


def as_sentence(clause: str) -> str:
    """Return a clause as a sentence: begun with a capital, ended with one full stop."""
    return _ended(f"{clause[:1].upper()}{clause[1:]}") if clause else ""


def led_by(head: str, text: str) -> str:
    """Return a text behind what it is about and a colon."""
    return f"{head}{_MARKS[spoken()].colon}{text}"


def between(low: str, high: str) -> str:
    """Return two written ends as a range; words that are the same at both ends stand once."""
    text = translate("Numbers", "{low} to {high}")
    if any(end[:1] in _SIGNS for end in (low, high) if end):
        text = translate("Signed numbers", "{low} to {high}")
    return in_range(text, low, high)


def with_more(text: str, more: str) -> str:
    """Return a text with more behind it in brackets; the text alone where there is no more."""
    return f"{text}{_MARKS[spoken()].brackets.format(more=more)}" if more else text


def described_in(sentence: str, unit: str) -> str:
    """Return a sentence with its unit in brackets before its full stop."""
    stop = sentence[-1:] if sentence[-1:] in _ENDS else ""
    return f"{with_more(sentence.removesuffix(stop), unit)}{stop}"


def span_form() -> str:
    """Return how a range of numbers without signs is written in short, `low` and `high` in it."""
    return _MARKS[spoken()].span


def spanning(low: str, high: str) -> str:
    """Return two written numbers without signs as a range in short."""
    return in_range(span_form(), low, high)


def _ended(text: str) -> str:
    return text if text[-1] in _ENDS else f"{text}{_MARKS[spoken()].stop}"


def _joined(names: Sequence[str], last: str) -> str:
    if len(names) < 2:  # noqa: PLR2004 - a list has two names at least
        return "".join(names)
    return f"{in_a_row(names[:-1])}{last}{names[-1]}"
