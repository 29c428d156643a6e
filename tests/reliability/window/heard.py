"""Listens to the window as a screen reader does, over AT-SPI, and tells what it hears as JSON.

Run by the system's Python, which alone has the bindings of AT-SPI, on the bus of the window. One
argument tells how many seconds the window may take.
"""

import json
import sys
import time

import pyatspi  # type: ignore[import-not-found]

POLL = 0.25
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


def main():
    """Print all that is heard, then what comes of a lever that was moved."""
    app = _window(float(sys.argv[1]))
    told = [_told(one) for one in _all(app)]
    print(json.dumps({"told": told, "moved": _moved(app)}))  # noqa: T201


main()
