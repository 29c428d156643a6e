"""A catalog that marks what it is asked for: what stands outside of its marks was never asked."""

from gettext import NullTranslations

import pytest

from planner.storage.sentences import catalog

OPENING, CLOSING = "⟦", "⟧"


class MarkingCatalog(NullTranslations):
    """Returns every text between marks, its fields as they are."""

    def pgettext(self, context: str, message: str) -> str:  # noqa: ARG002
        return f"{OPENING}{message}{CLOSING}"

    def npgettext(self, context: str, msgid1: str, msgid2: str, n: int) -> str:  # noqa: ARG002
        return f"{OPENING}{msgid1 if n == 1 else msgid2}{CLOSING}"


@pytest.fixture
def marking_catalog(monkeypatch):
    """Let every language but English be said in English between marks."""
    monkeypatch.setattr(catalog, "catalog", lambda _language: MarkingCatalog())


def outside_of_marks(text: str) -> str:
    """Return what of a text stands between no marks; marks may stand within marks."""
    depth, kept = 0, []
    for mark in text:
        depth -= mark == CLOSING
        if depth == 0 and mark not in {OPENING, CLOSING}:
            kept.append(mark)
        elif mark == OPENING and depth == 0:
            kept.append(" ")
        depth += mark == OPENING
    assert depth == 0, text
    return "".join(kept)
