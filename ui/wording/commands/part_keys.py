"""Keys that only parts of the window know, in the order of the list of shortcuts. No Qt.

A key is named as Qt names it in its portable form, the wheel in words; several are parted by a
space.
"""

from dataclasses import dataclass

from planner.storage.sentences.catalog import translate


@dataclass(frozen=True, slots=True)
class PartKeys:
    """What some keys do in a part of the window."""

    keys: str
    does: str


def part_keys() -> dict[str, tuple[PartKeys, ...]]:
    """Return the keys of each part, by what the part is called."""
    return {
        translate("PartKeys", "Everywhere"): _everywhere(),
        translate("PartKeys", "Levers and assumptions"): _inputs(),
        translate("PartKeys", "Path over time"): _paths(),
        translate("PartKeys", "Cards"): _cards(),
        translate("PartKeys", "Charts"): _charts(),
        translate("PartKeys", "Scenarios, targets and history"): _lists(),
        translate("PartKeys", "Lists that are searched"): _choosers(),
    }


def _everywhere() -> tuple[PartKeys, ...]:
    return (
        PartKeys("Tab Shift+Tab", translate("PartKeys", "Go to the next or the previous control")),
        PartKeys("Left Right", translate("PartKeys", "Go on within a group of buttons")),
        PartKeys("Menu Shift+F10", translate("PartKeys", "Open the menu of what is at hand")),
        PartKeys("Alt", translate("PartKeys", "Go to the menus; a letter opens one")),
        PartKeys("Left Right Up Down", translate("PartKeys", "Move an edge that has the keys")),
        PartKeys("Esc", translate("PartKeys", "Go back: close, or give back what was typed")),
        PartKeys("Esc", translate("PartKeys", "Go back to where F6 was pressed first")),
    )


def _inputs() -> tuple[PartKeys, ...]:
    return (
        PartKeys("Left Right", translate("PartKeys", "Move a slider by a step")),
        PartKeys("PgDown PgUp", translate("PartKeys", "Move a slider by ten steps or so")),
        PartKeys("Home End", translate("PartKeys", "Move a slider to its end")),
        PartKeys("0 – 9", translate("PartKeys", "Type a number: any digit begins one")),
        PartKeys("Return", translate("PartKeys", "Take a typed number")),
        PartKeys("Esc", translate("PartKeys", "Give back the number before")),
    )


def _paths() -> tuple[PartKeys, ...]:
    return (
        PartKeys("Left Right", translate("PartKeys", "Choose the point before or after")),
        PartKeys("Up Down", translate("PartKeys", "Move the point up or down")),
        PartKeys("Ctrl+Left Ctrl+Right", translate("PartKeys", "Move the point in time")),
        PartKeys("Shift+Up Shift+Down", translate("PartKeys", "Move it by a small step")),
        PartKeys("Del", translate("PartKeys", "Take the point away")),
        PartKeys("Esc", translate("PartKeys", "Close the path")),
    )


def _cards() -> tuple[PartKeys, ...]:
    return (
        PartKeys("Left Right", translate("PartKeys", "Go to the card beside")),
        PartKeys("Return", translate("PartKeys", "Show the chart of the card")),
        PartKeys("Ctrl+Left Ctrl+Right", translate("PartKeys", "Move the card")),
        PartKeys("Del", translate("PartKeys", "Take the card away")),
    )


def _charts() -> tuple[PartKeys, ...]:
    return (
        PartKeys("Left Right", translate("PartKeys", "Read the month before or after")),
        PartKeys("Ctrl+Left Ctrl+Right", translate("PartKeys", "Read the year before or after")),
        PartKeys("Home End", translate("PartKeys", "Read the first or the last month")),
        PartKeys("PgUp PgDown", translate("PartKeys", "Read another curve first")),
        PartKeys("Space", translate("PartKeys", "Pin the month that is read, or let it go")),
        PartKeys("Return", translate("PartKeys", "Show the chart alone, or all charts")),
        PartKeys("T", translate("PartKeys", "Show the numbers of the chart in a table")),
        PartKeys("N", translate("PartKeys", "Write a note about the month that is read")),
        PartKeys("Shift+N", translate("PartKeys", "Go to the next note; arrow keys move the note")),
        PartKeys("+ -", translate("PartKeys", "See fewer or more years")),
        PartKeys(
            translate("PartKeys", "Ctrl+wheel"),
            translate("PartKeys", "Zoom where the pointer is; the wheel alone scrolls"),
        ),
        PartKeys("Shift+Left Shift+Right", translate("PartKeys", "See earlier or later years")),
        PartKeys("Shift+Up Shift+Down", translate("PartKeys", "See higher or lower values")),
        PartKeys("0", translate("PartKeys", "See all years and values")),
        PartKeys("1 – 9", translate("PartKeys", "Hide or show a curve, by the place of its name")),
    )


def _lists() -> tuple[PartKeys, ...]:
    return (
        PartKeys("Up Down", translate("PartKeys", "Bring the scenario above or below on screen")),
        PartKeys("Space", translate("PartKeys", "Draw a scenario or not; bookmark a step")),
        PartKeys("F2", translate("PartKeys", "Rename a scenario; edit a target")),
        PartKeys("Return", translate("PartKeys", "Go to a step of the history; edit a target")),
        PartKeys("Del", translate("PartKeys", "Take a target away")),
        PartKeys("Esc", translate("PartKeys", "Go to the charts")),
    )


def _choosers() -> tuple[PartKeys, ...]:
    return (
        PartKeys("Up Down", translate("PartKeys", "Go through what was found")),
        PartKeys("Return", translate("PartKeys", "Take what is highlighted")),
        PartKeys("Esc", translate("PartKeys", "Leave all as it was")),
    )
