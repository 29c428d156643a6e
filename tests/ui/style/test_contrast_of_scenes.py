"""In light and dark, what Ask, Inspect, stories and targets say can be read on its ground."""

import pytest
from PySide6.QtWidgets import QWidget

from tests.length import shortened
from tests.screenshots.scenes import FEW_FUTURES, SCENES, on_stage
from tests.some import some
from tests.ui.style.inked import contrast_in, part_of, picture_of
from tests.ui.style.test_contrast import _controls, _text
from ui.style.theme import READABLE, VISIBLE

PLAYED = "ask", "inspect", "story", "story-editor", "sweep", "sweep-tradeoffs", "target-editor"


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize("scene", shortened(PLAYED, ("ask", "inspect", "story-editor")))
def test_that_words_and_pictures_of_scenes_can_be_read_in_every_theme(scene):
    with on_stage((1440, 900), FEW_FUTURES) as stage:
        window = SCENES[scene](stage).window()
        for name in ("light", "dark"):
            stage.suanli.appearance.choose(name)
            stage.settle()
            picture = picture_of(window)
            assert _faint(picture, window) == [], name


def _faint(picture, window):
    """Return what stands out too little: controls, and what paints itself."""
    controls = _controls(window)
    painted = [each for each in window.findChildren(QWidget) if _paints(each)]
    found = []
    for each in some([*controls, *painted]):
        least = READABLE if each.isEnabled() else VISIBLE
        contrast = contrast_in(part_of(picture, each))
        if contrast < least:
            found.append((type(each).__name__, _text(each), round(contrast, 2)))
    return found


def _paints(widget):
    """Tell whether a widget of charts paints words or pictures that are seen."""
    is_ours = type(widget).__module__.startswith("ui.charts") and "paintEvent" in vars(type(widget))
    return is_ours and widget.isVisible() and not widget.visibleRegion().isEmpty()
