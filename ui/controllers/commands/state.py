"""Which commands can be given and which are checked: pure decisions on what the window shows."""

from dataclasses import dataclass
from typing import assert_never

from planner.quantities.unit_system import BASE, UnitSystem
from ui.wording.commands.command import Command
from ui.wording.commands.rows.places import ALL


@dataclass(frozen=True, slots=True, kw_only=True)
class Situation:
    """What the window shows, as far as any command depends on it.

    `may_put_back` holds what the input at hand is off: its default, the baseline, what was saved.
    """

    is_saved: bool
    is_read_only: bool
    view: str
    theme: str
    is_enlarged: bool
    is_log: bool
    is_pinned: bool
    shows_strips: bool
    arrangement: str
    areas: tuple[str, ...] = ()
    has_room_for_area: bool = True
    is_anonymous: bool
    shows_table: bool
    shows_matrix: bool
    shows_ask: bool
    shows_side: bool
    shows_panel: bool
    may_put_back: frozenset[str]
    color: str = ""
    language: str = "system"
    text_size: str = "100"
    has_targets: bool = False
    is_inspecting: bool = False
    units: UnitSystem = BASE


def is_enabled(command: Command, now: Situation) -> bool:
    """Tell whether a command can be given; one more place, only where it has room."""
    if command.checked_by == "area" and not now.has_room_for_area:
        return command.data in (ALL, *now.areas)
    match command.enabled_when:
        case "always":
            return True
        case "off_default" | "off_baseline" | "off_saved":
            return command.data in now.may_put_back
        case "saved" | "writable" | "targets" | "inspected" as fact:
            return _facts(now)[fact]
        case other:
            assert_never(other)


def is_checked(command: Command, now: Situation) -> bool:
    """Tell whether the check mark of a command is set; False where it has none."""
    match command.checked_by:
        case None:
            return False
        case (
            "view"
            | "theme"
            | "language"
            | "text_size"
            | "arrangement"
            | "color"
            | "money"
            | "compute" as choice
        ):
            return command.data == _choices(now)[choice]
        case "area":
            return command.data in (now.areas or (ALL,))
        case (
            "enlarged"
            | "log"
            | "pinned"
            | "strips"
            | "anonymous"
            | "table"
            | "matrix"
            | "ask"
            | "side"
            | "panel" as mark
        ):
            return _marks(now)[mark]
        case other:
            assert_never(other)


def _facts(now: Situation) -> dict[str, bool]:
    """Return what is so of the window, by the condition of a command that needs it."""
    return {
        "saved": now.is_saved,
        "writable": not now.is_read_only,
        "targets": now.has_targets,
        "inspected": now.is_inspecting,
    }


def _choices(now: Situation) -> dict[str, str]:
    """Return what is chosen where one of several is."""
    return {
        "view": now.view,
        "theme": now.theme,
        "language": now.language,
        "text_size": now.text_size,
        "arrangement": now.arrangement,
        "color": now.color,
        "money": now.units.money,
        "compute": now.units.compute,
    }


def _marks(now: Situation) -> dict[str, bool]:
    """Return what each check mark that is no choice shows."""
    return {
        "enlarged": now.is_enlarged,
        "log": now.is_log,
        "pinned": now.is_pinned,
        "strips": now.shows_strips,
        "anonymous": now.is_anonymous,
        "table": now.shows_table,
        "matrix": now.shows_matrix,
        "ask": now.shows_ask,
        "side": now.shows_side,
        "panel": now.shows_panel,
    }
