"""Small sweeps in folders, and what opens one and waits until it is read."""

import pytest

from tests.sweep.here import swept
from tests.sweep.plans import planned

WORLDS = """
title = "Vouchers"
futures = 160
batch = 320

[design]
kind = "grid"
worlds = ["licensed_chips", "tight_chips"]

[inputs]
"voucher_budget.shanghai" = [0, 600, 900]
"""


@pytest.fixture
def sweep(tmp_path):
    """Return the folder of a sweep of three points in two worlds."""
    folder = tmp_path / "vouchers"
    swept(folder, planned(tmp_path, WORLDS), size=320)
    return folder


@pytest.fixture
def open_sweep(suanli, qtbot):
    """Return what opens a folder and waits until its points are shown."""

    def opened(folder, level=""):
        shown = suanli.sweeps.open_path(folder)
        qtbot.waitUntil(lambda: shown.found is not None, timeout=60_000)
        if level:
            ask_level(shown, level)
            qtbot.waitUntil(lambda: shown.found.asked.level is not None, timeout=60_000)
        return shown

    return opened


def ask_level(shown, text):
    """Type a level as a hand does."""
    field = shown.bar.level
    field.setFocus()
    field.selectAll()
    field.insert(text)
    field.setModified(True)
    field.editingFinished.emit()
