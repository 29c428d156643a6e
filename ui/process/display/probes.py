"""Asks the displays of Linux whether they answer, before Qt does: Qt would end or hang the process.

Each probe returns why a display cannot be used, empty where it can or nothing speaks against it.
"""

import os
import socket
import struct
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from threading import Thread
from typing import IO, Final

from planner.storage.sentences.catalog import translate

SECONDS_TO_ANSWER: Final = 15
_STANDARD_ERROR: Final = 2
_SHOWN_AT_MOST: Final = 200
_OPCODE_SYNC, _OPCODE_REGISTRY = 0, 1


def x_refusal(held: ExitStack) -> str:
    """Connect to the X server that DISPLAY names, with the rights that Qt would have.

    The connection is given back with `held`, once Qt has one of its own: a server that loses its
    last client begins anew, and is deaf meanwhile.
    """
    import ctypes

    name = os.environ.get("DISPLAY", "")
    if not name:
        return translate("Display", "DISPLAY, which names the screen, is not set")
    try:
        library = ctypes.CDLL("libxcb.so.1")
    except OSError:  # Qt misses it too, and says so
        return ""
    library.xcb_connect.restype = ctypes.c_void_p
    refused: list[bool] = []

    def connect() -> None:
        connection = ctypes.c_void_p(library.xcb_connect(None, None))
        held.callback(library.xcb_disconnect, connection)
        refused.append(bool(library.xcb_connection_has_error(connection)))

    said = _said_during(connect)
    if not refused:
        return translate("Display", "the display {name} does not answer").format(name=name)
    if said and refused[0]:
        text = translate("Display", "the display {name} refuses this user ({cause})")
        return text.format(name=name, cause=said)
    absent = translate("Display", "there is no display {name}").format(name=name)
    return absent if refused[0] else ""


def wayland_refusal() -> str:
    """Ask the compositor that WAYLAND_DISPLAY names for a sign of life."""
    if os.environ.get("WAYLAND_SOCKET"):  # a connection that somebody has made for us
        return ""
    name = os.environ.get("WAYLAND_DISPLAY") or "wayland-0"
    folder = os.environ.get("XDG_RUNTIME_DIR", "")
    if not folder and not name.startswith("/"):
        text = translate(
            "Display", "XDG_RUNTIME_DIR, the folder of the Wayland display {name}, is not set"
        )
        return text.format(name=name)
    try:
        with socket.socket(socket.AF_UNIX) as compositor:
            compositor.settimeout(SECONDS_TO_ANSWER)
            compositor.connect(str(Path(folder, name)))
            compositor.sendall(_request(_OPCODE_REGISTRY, 2) + _request(_OPCODE_SYNC, 3))
            alive = bool(compositor.recv(1))
    except TimeoutError:
        text = translate("Display", "the Wayland display {name} does not answer")
        return text.format(name=name)
    except OSError:
        alive = False
    absent = translate("Display", "there is no Wayland display {name}").format(name=name)
    return "" if alive else absent


def _request(opcode: int, new_object: int) -> bytes:
    """Return a request of the display, which is object 1, for a new object."""
    return struct.pack("=IHHI", 1, opcode, 12, new_object)


def _said_during(work: Callable[[], None]) -> str:
    """Do work in a thread for as long as a display may take; return what it says meanwhile.

    The library of X writes to standard error by itself.
    """
    thread = Thread(target=work, daemon=True)
    with os.fdopen(os.memfd_create("said"), "w+b") as heard, _standard_error_into(heard):
        thread.start()
        thread.join(SECONDS_TO_ANSWER)
        heard.seek(0)
        said = heard.read(_SHOWN_AT_MOST)
    return " ".join(said.decode(errors="replace").split()).rstrip(".")


@contextmanager
def _standard_error_into(file: IO[bytes]) -> Iterator[None]:
    """Let what is written to standard error go into a file; one that is closed stays closed."""
    try:
        kept = os.dup(_STANDARD_ERROR)
    except OSError:
        yield
        return
    os.dup2(file.fileno(), _STANDARD_ERROR)
    try:
        yield
    finally:
        os.dup2(kept, _STANDARD_ERROR)
        os.close(kept)
