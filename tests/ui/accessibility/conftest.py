"""Somebody who listens to the window in the place of a screen reader."""

import pytest

from tests.ui.accessibility.listening import Listener
from ui.accessibility import events


@pytest.fixture
def listener(monkeypatch) -> Listener:
    """Listen from now on, as Orca does on Linux."""
    made = Listener()
    monkeypatch.setattr(events, "QAccessible", made)
    monkeypatch.setattr(events, "_HEARS_ANNOUNCEMENTS", False)
    return made
