"""The glossary of contributors: each term once, in order, whose it is, and used in the code."""

import re
from pathlib import Path

from tests.some import some

ROOT = Path(__file__).parent.parent
ROWS = [
    [cell.strip() for cell in line.strip("|").split("|")]
    for line in (ROOT / "resources/docs/glossary.md").read_text("utf-8").splitlines()
    if line.startswith("| ")
][2:]
CODE = " ".join(
    word
    for folder in ("planner", "ui")
    for path in (ROOT / folder).rglob("*.py")
    for word in re.findall("[a-z]+", f"{path.stem} {path.read_text('utf-8')}".lower())
)
USED_AT_LEAST = 2


def test_that_a_term_stands_once_and_in_order():
    terms = [term for term, *_ in ROWS]
    assert len(terms) > 70
    assert terms == sorted(set(terms))


def test_that_a_term_says_what_it_is_and_whose():
    assert [row for row in some(ROWS) if len(row) != 3 or not all(row)] == []


def test_that_the_code_uses_every_term():
    rare = [term for term, *_ in ROWS if _uses(term) < USED_AT_LEAST]
    assert rare == []


def test_that_a_term_of_nothing_is_noticed():
    assert _uses("fan") >= USED_AT_LEAST
    assert _uses("flux capacitor") == 0


def _uses(term: str) -> int:
    """Return how often the code uses a term, as words or as a name, in the plural as well."""
    return sum(CODE.count(f" {term}{ending} ") for ending in ("", "s", "es"))
