"""Listens to the window as a screen reader does, over AT-SPI, and tells what it hears as JSON.

Run by the system's Python, which alone has the bindings of AT-SPI, on the bus of the window. One
argument tells how many seconds the window may take. Keys are pressed through the X server, where
xdotool is; what is read meanwhile is noted as every version of Orca reads it: that what has the
keys is described otherwise, and notifications.
"""

import json
import shutil
import subprocess
import sys
import threading
import time

import pyatspi  # type: ignore[import-not-found]

POLL = 0.25
KEY = 1.0
"""Seconds in which what comes of a key is read."""
XDOTOOL = shutil.which("xdotool") or ""
MOVED_LEVER = "Network build time (years)"


def _window(seconds):
    """Return the application, its charts having been drawn."""
    deadline = time.monotonic() + seconds
    while time.monotonic() < deadline:
        for app in pyatspi.Registry.getDesktop(0):
            if app is not None and "uanli" in (app.name or "") and _charts(app):
                return app
        time.sleep(POLL)
    message = "no window with charts can be heard"
    raise SystemExit(message)


def _all(app):
    """Return everything that the window tells, once."""
    found, rest = [], [app]
    while rest:
        one = rest.pop()
        found.append(one)
        rest.extend(child for child in one if child is not None)
    return found


def _charts(app):
    """Return the charts whose months are told."""
    charts = [one for one in _all(app) if one.getRole() == pyatspi.ROLE_CHART and one.name]
    return charts if all("(" in one.description for one in charts) else []


def _number(one):
    value = one.queryValue()
    return [value.minimumValue, value.currentValue, value.maximumValue]


def _told(one):
    told = {"name": one.name, "role": one.getRoleName(), "description": one.description}
    if one.getRole() == pyatspi.ROLE_SLIDER:
        told["number"] = _number(one)
    return told


def _moved(app):
    """Set a lever as a screen reader does; return what a chart says before and after."""
    chart = _charts(app)[0]
    before = chart.description
    lever = next(one for one in _all(app) if one.name == MOVED_LEVER and _is_slider(one))
    value = lever.queryValue()
    value.currentValue = value.maximumValue
    deadline = time.monotonic() + 60
    while time.monotonic() < deadline and chart.description == before:
        chart.clearCache()
        time.sleep(POLL)
    return {"before": before, "after": chart.description, "number": _number(lever)}


def _is_slider(one):
    return one.getRole() == pyatspi.ROLE_SLIDER


class Reader:
    """Notes what is read aloud, from the moment it listens."""

    EVENTS = (
        "object:property-change:accessible-description",
        "object:state-changed:showing",
        "object:state-changed:focused",
    )

    def __init__(self):
        self.read = []
        self._focused = None
        pyatspi.Registry.registerEventListener(self._on_event, *self.EVENTS)
        threading.Thread(target=pyatspi.Registry.start, daemon=True).start()

    def press(self, *keys):
        """Press keys, type a text behind `type`, go to a `window`; return what is read of it."""
        before = len(self.read)
        for key in keys:
            subprocess.run([XDOTOOL, *_given(key)], check=True)
            time.sleep(KEY)
        return self.read[before:]

    def _on_event(self, event):
        if event.type.endswith("description"):
            if event.source == self._focused and event.any_data:
                self.read.append(event.any_data)
        elif event.type.endswith("focused"):
            if event.detail1:
                self._focused = event.source
                self.read.append(event.source.name)
        elif event.detail1 and event.source.getRole() == pyatspi.ROLE_NOTIFICATION:
            self.read.append(event.source.name)


def _given(key):
    """Return what xdotool is told to press a key, to type a text, or to go to a window."""
    match key.partition(" "):
        case "type", _, text:
            return ["type", "--delay", "60", text]
        case "window", _, title:
            return ["search", "--onlyvisible", "--name", title, "windowfocus"]
    return ["key", key]


def _walked():
    """Return by what was done with keys what was read; nothing where no keys can be pressed."""
    if not XDOTOOL:
        return {}
    subprocess.run([XDOTOOL, *_given("window Suanli")], check=True)  # no manager does it
    reader = Reader()
    return {
        "lever": reader.press("F6", "Tab", "Tab", "Right"),
        "refused": reader.press("shift+Tab", "shift+Tab", "type 99999999", "Return", "Escape"),
        "finder": reader.press("ctrl+k", "type vouch", "Down", "type zzz", "Escape"),
        "undo": reader.press("Tab", "Tab", "ctrl+z"),
        "chart": reader.press("F6", "F6", "F6", "Right", "Next"),
        "hidden": reader.press("1", "1"),
        "pinned": reader.press("space", "space"),
        "page": reader.press("F1", "window How to read", "Tab", "Next"),
    }


def main():
    """Print all that is heard, then what comes of a lever that is moved, and of keys."""
    app = _window(float(sys.argv[1]))
    told = [_told(one) for one in _all(app)]
    moved = _moved(app)
    print(json.dumps({"told": told, "moved": moved, "walked": _walked()}))  # noqa: T201


main()
