"""Makes Qt's application, or says in one sentence why there can be no window or picture.

Qt ends the process where it finds no display, misses a library or does not know the platform it is
told to use. So the displays are asked first; whatever else makes Qt give up is heard in the moment
before the end, and told in our words.
"""

import os
import re
import sys
from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import ExitStack
from functools import partial
from typing import TYPE_CHECKING, Final

from planner.quantities.told.lists import all_of, one_of
from planner.storage.sentences.catalog import translate
from ui.process.imports import import_as_python_does

if TYPE_CHECKING:
    from PySide6.QtCore import QMessageLogContext, QtMsgType
    from PySide6.QtWidgets import QApplication

PLATFORM: Final = "QT_QPA_PLATFORM"
_NAME: Final = "suanli"
"""Of the program, whatever file it was started as: Qt survives no name that is no text."""
OF_OTHER_PROGRAMS: Final = (
    "QT_PLUGIN_PATH",
    "QT_QPA_PLATFORM_PLUGIN_PATH",
    "QT_FATAL_",
    "QT_STYLE_OVERRIDE",
    "PYSIDE6_OPTION_",
)
"""How variables begin that would load plugins of another Qt into our process, end it at a warning,
choose another look than ours, or bring back a Python binding of old."""
_FONTS: Final = "QT_QPA_FONTDIR"
_SCALE: Final = "QT_SCALE_FACTOR"
_SMALLEST, _LARGEST = 0.1, 10
_BITS_AT_LEAST: Final = 15
"""Of a pixel: Qt paints nothing on screens of fewer colors."""
_FAILED: Final = re.compile(r'Could not (load|find) the Qt platform plugin "([^"]+)"')
_NOTHING_LEFT: Final = "This application failed to start"
_SETTINGS: Final = {
    "xcb": ("DISPLAY", "XAUTHORITY"),
    "wayland": ("WAYLAND_DISPLAY", "XDG_RUNTIME_DIR"),
}
_NOT_SAID: Final = "qt.text.font.db=false"
"""A line for each font that lacks a script: `ui.style.fonts` says in one what it means."""


class DisplayError(Exception):
    """There can be no window or picture here; the message is one sentence that says why."""


def load_qt() -> None:
    """Import what every window and picture needs, for all that comes after. Raises DisplayError."""
    _forget(lambda name: name.startswith(OF_OTHER_PROGRAMS) or (name == _SCALE and not _is_scale()))
    try:
        import PySide6.QtCore

        import_as_python_does()
        import PySide6.QtWidgets  # noqa: F401
    except ImportError as error:
        from ui.process.display.libraries import missing_for_import

        missing = missing_for_import(str(error))
        unknown = translate("Display", "Qt cannot be loaded: {cause}").format(cause=error)
        raise DisplayError(_of_libraries(missing) if missing else unknown) from error


def _forget(is_foreign: Callable[[str], bool]) -> None:
    """Drop variables that are not to decide about us."""
    for name in list(os.environ):
        if is_foreign(name):
            del os.environ[name]


def _is_scale() -> bool:
    """Tell whether a window of the scale that is asked for can be seen."""
    try:
        return _SMALLEST <= float(os.environ[_SCALE]) <= _LARGEST
    except ValueError:
        return False


def windowed_application() -> "QApplication":
    """Return a new application. Raises DisplayError, or ends the process with code 2."""
    from ui.process.display.text_size import text_enlarged
    from ui.process.state.settings import Settings

    with ExitStack() as held:
        if sys.platform == "linux":
            _choose_what_answers(held)
        said: list[str] = []
        with text_enlarged(Settings()):
            app = _application([_NAME], said)
    for text in said:
        sys.stderr.write(f"{text}\n")
    return app


def application_without_screen() -> "QApplication":
    """Return a new application for pictures, whatever the environment says of screens.

    What it says of their scales and themes is dropped: a theme of GTK ends the process where there
    is no screen. Raises DisplayError where there is no font, or ends the process with code 2.
    """
    _forget(lambda name: name.startswith("QT_") and name != _FONTS)
    os.environ[PLATFORM] = "offscreen"
    return _application([], [])


def _choose_what_answers(held: ExitStack) -> None:
    """Leave Qt the displays that answer. Raises DisplayError where none does."""
    from ui.process.display.probes import wayland_refusal, x_refusal

    probes: Mapping[str, Callable[[], str]] = {
        "wayland": wayland_refusal,
        "xcb": partial(x_refusal, held),
    }
    refusals = []
    platforms = _platforms()
    for place, name in enumerate(_names(platforms)):
        refusal = probes[name]() if name in probes else ""
        if not refusal:
            if place:
                os.environ[PLATFORM] = ";".join(platforms[place:])
            return
        refusals.append(refusal)
    missing = _missing_for(_names(platforms))
    if missing:
        refusals.append(_of_libraries(missing))
    settings = one_of([all_of(_SETTINGS[name]) for name in _names(platforms)])
    text = translate(
        "Display",
        "no window can be opened: {cause}; start Suanli from a desktop, or set {settings} as they "
        "are set there; `suanli run` works without a window",
    )
    raise DisplayError(text.format(cause=all_of(refusals), settings=settings))


def _platforms() -> list[str]:
    """Return the platforms that Qt would try, in its order."""
    asked = [name for name in os.environ.get(PLATFORM, "").split(";") if name]
    if asked:
        return asked
    environment = os.environ.get
    on_wayland = environment("WAYLAND_DISPLAY") or environment("XDG_SESSION_TYPE") == "wayland"
    on_x = environment("DISPLAY") or not on_wayland
    return ["wayland"] * bool(on_wayland) + ["xcb"] * bool(on_x)


def _names(platforms: Sequence[str]) -> list[str]:
    """Return the platforms without their options and variants."""
    return [each.partition(":")[0].partition("-")[0] for each in platforms]


def _application(arguments: Sequence[str], said: list[str]) -> "QApplication":
    """Make the application; where Qt gives up, say why and end the process as it would.

    What Qt says meanwhile is added to `said`.
    """
    from PySide6.QtCore import QLoggingCategory, QtMsgType, qInstallMessageHandler
    from PySide6.QtWidgets import QApplication

    def listen(kind: "QtMsgType", _context: "QMessageLogContext", text: str) -> None:
        said.append(text)
        if kind == QtMsgType.QtFatalMsg:
            _end_with(said)

    qInstallMessageHandler(listen)
    QLoggingCategory.setFilterRules(_NOT_SAID)
    try:
        app = QApplication(list(arguments))
    finally:
        qInstallMessageHandler(None)
    if app.primaryScreen() is None:
        text = translate("Display", "{cause}; `suanli run` works without a window")
        cause = _as_set(translate("Display", "there is no screen for a window"))
        raise DisplayError(text.format(cause=cause))
    _check_colors(app.primaryScreen().depth())
    _check_fonts()
    return app


def _check_colors(bits: int) -> None:
    """Raise DisplayError where every window would stay black."""
    if bits < _BITS_AT_LEAST:
        text = translate(
            "Display",
            "the screen has {count} bits of color, and Qt needs at least {least}, better 24",
        )
        raise DisplayError(_no_window(text.format(count=bits, least=_BITS_AT_LEAST)))


def _check_fonts() -> None:
    """Raise DisplayError where every text would be drawn as boxes."""
    from ui.style.fonts import can_write, no_font

    if not can_write():
        raise DisplayError(_refusal(no_font() if _is_for_pictures() else _as_set(no_font())))


def _refusal(cause: str) -> str:
    """Return the sentence for what cannot be had here, a picture or a window."""
    if not _is_for_pictures():
        return _no_window(cause)
    return translate("Display", "no picture can be drawn: {cause}").format(cause=cause)


def _is_for_pictures() -> bool:
    return os.environ.get(PLATFORM) == "offscreen"


def _no_window(cause: str) -> str:
    text = translate(
        "Display", "no window can be opened: {cause}; `suanli run` works without a window"
    )
    return text.format(cause=cause)


def _end_with(said: Sequence[str]) -> None:
    """Say in one line why Qt gives up and end the process, in which Qt would abort."""
    from ui.process.exit_codes import BAD_INPUT
    from ui.process.output import complain

    complain(_refusal(_why(said)))
    sys.stderr.flush()
    os._exit(BAD_INPUT)


def _why(said: Sequence[str]) -> str:
    """Return why Qt gives up, going by what it said until then."""
    failed = [(found[2], found[1]) for text in said for found in _FAILED.finditer(text)]
    missing = _missing_for(name for name, _ in failed)
    if missing:
        return _of_libraries(missing)
    unknown = [name for name, how in failed if how == "find"]
    if unknown:
        text = translate("Display", "Qt knows no platform {name}")
        return _as_set(text.format(name=unknown[0]))
    last = said[0] if said[-1].startswith(_NOTHING_LEFT) else said[-1]
    return _as_set(translate("Display", "Qt says “{text}”").format(text=last.strip()))


def _missing_for(platforms: Iterable[str]) -> list[str]:
    from ui.process.display.libraries import missing_for_platform

    return [library for name in platforms for library in missing_for_platform(name)]


def _of_libraries(missing: Sequence[str]) -> str:
    from ui.wording.linux.packages import how_to_install

    text = translate("Display", "Qt misses {libraries} ({advice})")
    return text.format(libraries=", ".join(dict.fromkeys(missing)), advice=how_to_install(missing))


def _as_set(cause: str) -> str:
    """Return a cause with a hint at the variable that chose the platform, where one did."""
    chosen = os.environ.get(PLATFORM)
    if not chosen:
        return cause
    text = translate(
        "Display", "{cause} ({variable} is {value}; unset it, or set it to xcb or wayland)"
    )
    return text.format(cause=cause, variable=PLATFORM, value=chosen)
