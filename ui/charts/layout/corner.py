"""In which corner of a box a name stands, so that no line runs through it. Floor: charts."""

from collections.abc import Sequence

import numpy as np
from PySide6.QtCore import QPointF, QSizeF

from ui.charts.contents.picture import Curve
from ui.charts.layout.pixels import Pixels


def free_corner(
    curves: Sequence[Curve], pixels: Pixels, name: QSizeF, box: QSizeF, gap: float
) -> QPointF:
    """Return where the upper left of a name stands: in the first corner that no line crosses.

    Corners are tried at the top before the foot, left before right; where lines cross all of them,
    it is the first.
    """
    left, right = gap, box.width() - name.width() - gap
    foot = box.height() - name.height()
    corners = [QPointF(x, y) for y in (0.0, foot) for x in (left, right)]
    return next((each for each in corners if _is_free(each, name, curves, pixels)), corners[0])


def _is_free(corner: QPointF, name: QSizeF, curves: Sequence[Curve], pixels: Pixels) -> bool:
    """Tell whether no line passes the room of a name."""
    for curve in curves:
        x, y = pixels.x(curve.times), pixels.y(curve.line)
        near = y[(x >= corner.x()) & (x <= corner.x() + name.width())]
        above, below = near < corner.y(), near > corner.y() + name.height()
        if near.size and not (above.all() or below.all() or np.isnan(near).all()):
            return False
    return True
