"""A part of `make bench ONLY=drag`: what an open inspection costs the frames of a drag.

One window: charts in one block of moves, in the next an inspection in their place that stays as it
is, then one that follows the hand, with its map. Whatever disturbs the machine meets all alike.
"""

import os
from collections.abc import Callable
from tempfile import TemporaryDirectory
from typing import Final, Literal

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication

from planner.model.scenario import Scenario
from tests.benchmarks.figures import Figure, against, figure
from tests.benchmarks.moves import Drag
from ui.app import build
from ui.controllers.ask.inspect import Inspect
from ui.parts import Suanli

BLOCK: Final = 40
BLOCKS: Final = 18
SETTLING: Final = 5
"""Moves at the begin of a block that are not counted: the one before still ends."""
WARM_MOVES: Final = 20
SIZE: Final = (1600, 900)
VALUE: Final = "births.chengdu"

Kind = Literal["charts", "still", "live"]
KINDS: Final[tuple[Kind, ...]] = ("charts", "still", "live")
NAMES: Final[dict[Kind, str]] = {
    "charts": "charts on screen",
    "still": "Inspect with its map, silent",
    "live": "Inspect with its map, live",
}


def kind_of(block: int) -> Kind:
    """Return what is on screen in a block."""
    return KINDS[block % len(KINDS)]


class _Blocks(QObject):
    """Shows charts or an inspection, block after block."""

    def __init__(self, inspect: Inspect, drag: Drag) -> None:
        super().__init__()
        self._inspect = inspect
        drag.moving.connect(self._on_moving)

    def _on_moving(self, number: int) -> None:
        block, place = divmod(number - WARM_MOVES, BLOCK)
        if block < 0 or place:
            return
        kept, kind = vars(self._inspect), kind_of(block)
        kept.pop("_trace", None)
        if kind == "charts":
            self._inspect.close()
            return
        if not self._inspect.is_open:
            self._inspect.open(VALUE)
        if kind == "still":
            kept["_trace"] = _be_silent


def inspected_drag(app: QApplication) -> tuple[Figure, ...]:
    """Drag in a window that remembers nothing; return its frames by what is on screen.

    Charts come first; the other rows are held against them.
    """
    kept = os.environ.get("SUANLI_STATE_FOLDER")
    with TemporaryDirectory() as folder:
        os.environ["SUANLI_STATE_FOLDER"] = folder
        drag = _dragged(app.exit, app)
        del os.environ["SUANLI_STATE_FOLDER"]
        if kept is not None:
            os.environ["SUANLI_STATE_FOLDER"] = kept
    charts, *others = (_figure(drag, kind) for kind in KINDS)
    return against(charts, others)


def _dragged(finish: Callable[[], None], app: QApplication) -> Drag:
    suanli = build(futures_of_drags=1000)
    suanli.workspace.open(Scenario(title="Dragged", futures=1000))
    drag = Drag(suanli, BLOCK * BLOCKS, WARM_MOVES, finish)
    suanli.window.resize(*SIZE)
    suanli.window.show()
    blocks = _Blocks(_inspect_of(suanli), drag)
    app.exec()
    blocks.deleteLater()
    suanli.close()
    suanli.take_down()
    return drag


def _inspect_of(suanli: Suanli) -> Inspect:
    found = suanli.window.findChild(Inspect)
    if not isinstance(found, Inspect):
        raise TypeError(VALUE)
    return found


def _figure(drag: Drag, kind: Kind) -> Figure:
    counted = [
        seconds
        for number, seconds in enumerate(drag.seconds)
        if kind_of(number // BLOCK) == kind and number % BLOCK >= SETTLING
    ]
    return figure(NAMES[kind], counted)


def _be_silent() -> None:
    """Trace nothing."""
