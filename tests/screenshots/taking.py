"""Takes the pictures of one language in this process, whose scale holds for all of them."""

import argparse
import sys
import traceback
from pathlib import Path

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from tests.screenshots.scenes import SCENES, Stage, on_stage
from ui.process.state.settings import Settings
from ui.program import application, speak_in

Size = tuple[int, int]
_TURNS = 5
"""Of the loop, in which a card takes the height of its last answer, and the frame around it too."""


def take_all(options: argparse.Namespace) -> int:
    """Take every picture that is asked for; return 1 where a scene could not be played."""
    app = application()
    speak_in(options.lang[0])
    sizes = {name: _logical(name, app.devicePixelRatio()) for name in options.size}
    code = 0
    for theme in options.theme:
        settings = Settings()
        settings.keep("theme", theme)
        settings.sync()
        folder = Path(options.out, options.lang[0], theme)
        for scene in options.scene or SCENES:
            code = max(code, _take(scene, sizes, folder))
    return code


def _take(scene: str, sizes: dict[str, Size], folder: Path) -> int:
    """Play a scene and take its picture in every size; return 1 where it fails."""
    try:
        with on_stage(next(iter(sizes.values()))) as stage:
            seen = SCENES[scene](stage)
            for name, size in sizes.items():
                _save(stage, seen, size, folder / name / f"{scene}.png")
    except Exception:  # noqa: BLE001 - the other scenes are still to be seen
        sys.stderr.write(f"{folder} {scene}: {traceback.format_exc()}\n")
        return 1
    return 0


def _save(stage: Stage, seen: QWidget, size: Size, path: Path) -> None:
    stage.suanli.window.resize(*size)
    stage.settle()
    for _ in range(_TURNS):
        QCoreApplication.processEvents()
    path.parent.mkdir(parents=True, exist_ok=True)
    seen.grab().save(str(path))


def _logical(name: str, scale: float) -> Size:
    width, height = (int(part) for part in name.split("x"))
    return round(width / scale), round(height / scale)
