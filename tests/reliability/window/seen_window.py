"""Shows the whole program at one size, and tells what of it is cut, mirrored or out of reach.

Called as a program: the file, the width and height, and where to put pictures of its parts.
Answers with one line of JSON.
"""

import hashlib
import json
import sys
from pathlib import Path

from PySide6.QtCore import QSize, Qt, QTimer
from PySide6.QtWidgets import QAbstractScrollArea, QApplication, QLabel, QWidget

from ui.charts.chart_scroll import ChartScroll
from ui.parts import Suanli
from ui.program import main

PARTS = ("toolbar", "side", "center")


def cut(window: QWidget) -> list[str]:
    """Return what sticks out of its place, and labels that are wider than theirs."""
    found = []
    for child in window.findChildren(QWidget):
        parent = child.parentWidget()
        if not child.isVisible() or child.isWindow() or parent is None or scrolls(child):
            continue
        if not parent.rect().adjusted(-1, -1, 1, 1).contains(child.geometry()):
            found.append(f"{type(child).__name__} {child.objectName()} in {type(parent).__name__}")
        if isinstance(child, QLabel) and not child.wordWrap() and child.text():
            needed = child.fontMetrics().horizontalAdvance(child.text())
            if child.contentsRect().width() < needed - 2:
                found.append(child.text())
    return found


def scrolls(widget: QWidget) -> bool:
    """Tell whether a widget is what an area scrolls; charts in one are looked at as any other."""
    above = widget.parentWidget()
    while above is not None:
        if isinstance(above, QAbstractScrollArea):
            return not isinstance(above, ChartScroll) or widget is above.widget()
        above = above.parentWidget()
    return False


def look(suanli: Suanli, folder: Path) -> dict[str, object]:
    """Return what can be said of the window, and put pictures of its parts into the folder."""
    window, hashes = suanli.window, {}
    for name in PARTS:
        image = getattr(window, name).grab().toImage()
        image.save(str(folder / f"{name}.png"))
        hashes[name] = hashlib.sha256(bytes(image.constBits())).hexdigest()
    window.grab().save(str(folder / "window.png"))
    cards, levers = window.center.kpis.cards, window.side.levers
    rows = levers.widget()
    return {
        "size": list(window.size().toTuple()),
        "screen": list(window.screen().size().toTuple()),
        "pixels": window.devicePixelRatioF(),
        "is_mirrored": QApplication.layoutDirection() == Qt.LayoutDirection.RightToLeft,
        "cut": cut(window) + [card.shown.value for card in cards if not card.has_room()],
        "levers": rows is not None and rows.minimumSizeHint().width() <= levers.viewport().width(),
        "bars": {key: bar.display.sentence for key, bar in window.bars.bars.items()},
        "parts": hashes,
    }


def watch(suanli: Suanli, size: QSize, folder: Path) -> None:
    """Look at the window once it has drawn everything, and end."""
    suanli.window.resize(size)

    def tell() -> None:
        if suanli.live.state != "held":
            QTimer.singleShot(100, tell)
            return
        print(json.dumps(look(suanli, folder)))  # noqa: T201
        sys.stdout.flush()
        suanli.window.allow_close()
        QApplication.exit(0)

    QTimer.singleShot(500, tell)


if __name__ == "__main__":
    FILE, WIDTH, HEIGHT, FOLDER = sys.argv[1:]
    SIZE = QSize(int(WIDTH), int(HEIGHT))
    sys.exit(main([Path(FILE)], lambda suanli: watch(suanli, SIZE, Path(FOLDER))))
