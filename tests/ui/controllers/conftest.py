"""The finder, opened as its shortcut does, for the tests that type into it."""

import pytest

from ui.widgets.chooser import Chooser


@pytest.fixture
def open_finder(suanli):
    """Return what opens the list as its shortcut does."""

    def opened():
        suanli.window.actions_["find"].trigger()
        return next(c for c in suanli.window.findChildren(Chooser) if c.isVisible())

    return opened
