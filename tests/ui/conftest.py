"""The real window with the real engine, shown, drawn and closed again."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from ui.app import build
from ui.documents.document import Document
from ui.parts import Suanli

A_MINUTE = 60_000
PATIENCE = 60.0
"""So long a disk may take to answer before a test goes on without; users wait for a moment."""


def _is_held(state: str) -> bool:
    return state == "held"


@pytest.hookimpl(wrapper=True, tryfirst=True)
def pytest_runtest_teardown(item: pytest.Item) -> Iterator[None]:
    """Draw nothing more in a window that goes: events are still processed, but nobody looks."""
    found = getattr(item, "funcargs", {}).get("suanli")
    if isinstance(found, Suanli) and not found.window.is_closed:
        found.live.request_stop()
        found.window.setUpdatesEnabled(False)
    yield


@pytest.fixture
def document(qapp) -> Iterator[Document]:
    """Return a document that has a parent, as in the window: Qt deletes it, in Qt's order."""
    owner = QObject()
    yield Document(owner)
    owner.deleteLater()


@pytest.fixture
def suanli(qtbot: QtBot, qapp) -> Iterator[Suanli]:
    """Show the whole program, not yet drawn, to a user who has put the first questions away."""
    made = build(patience=PATIENCE)
    made.window.center.first.questions.closer.click()
    made.window.resize(1440, 900)
    made.window.splitter.setSizes([400, 1040])
    with qtbot.waitExposed(made.window):
        made.window.show()
    yield made
    made.close()
    made.take_down()


@pytest.fixture
def drawn(suanli: Suanli, qtbot: QtBot) -> Suanli:
    """Wait until the program has drawn the baseline with all its futures."""
    if suanli.live.state != "held":
        with qtbot.waitSignal(
            suanli.live.state_changed, timeout=A_MINUTE, check_params_cb=_is_held
        ):
            pass
    return suanli
