"""A catalog whose words are two fifths longer than the English ones, as other languages may be."""

from collections.abc import Iterator
from gettext import NullTranslations

import pytest

from planner.storage.sentences import catalog


class Lengthened(NullTranslations):
    """Says every text between marks and two fifths longer."""

    def pgettext(self, context: str, message: str) -> str:  # noqa: ARG002
        return f"⟦{message}{' long' * round(0.08 * len(message) + 0.5)}⟧"

    def npgettext(self, context: str, msgid1: str, msgid2: str, n: int) -> str:
        return self.pgettext(context, msgid1 if n == 1 else msgid2)


@pytest.fixture
def longer_words(qapp, monkeypatch) -> Iterator[None]:
    """Let the window speak in such words meanwhile."""
    from ui.program import speak_in

    monkeypatch.setattr(catalog, "catalog", lambda _language: Lengthened())
    speak_in("it")
    yield
    speak_in("en")
