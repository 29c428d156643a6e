"""The folder that scenes of a sweep show: run once, it goes with the process."""

from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

from tests.sweep.here import swept
from tests.sweep.plans import planned

PLAN: Final = """
title = "Vouchers and centers"
futures = 400
batch = 4800

[design]
kind = "grid"
worlds = ["licensed_chips", "tight_chips"]

[inputs]
"voucher_budget.shanghai" = [0, 600, 900]
center_sellable_target = { from = 0.5, to = 0.8, steps = 4 }
"""
OUTCOMES: Final = """
[outcomes]
enterprises = [2030]
used_compute = [2030]
"""
_FOLDERS: Final[list[TemporaryDirectory[str]]] = []


@cache
def folder_of_sweep() -> Path:
    """Return the folder of a small sweep."""
    _FOLDERS.append(TemporaryDirectory())
    place = Path(_FOLDERS[-1].name)
    swept(place / "sweep", planned(place, PLAN, OUTCOMES), size=4800)
    return place / "sweep"
