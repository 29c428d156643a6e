"""A screen of a chosen size for Qt's offscreen platform, so that what is bound by its edges is."""

import json
from pathlib import Path


def offscreen(folder: Path, width: int, height: int) -> str:
    """Return the platform with such a screen, in pixels of the device, told in a file."""
    screen = {"name": f"{width}x{height}", "x": 0, "y": 0, "width": width, "height": height}
    path = folder / "screen.json"
    path.write_text(json.dumps({"screens": [screen]}), encoding="utf-8")
    return f"offscreen:configfile={path}"
