"""E8: where there can be no window, one sentence says what is missing and what helps; code 2."""

import os
import shutil
import socket
import subprocess
import sys
from pathlib import Path

import pytest

from tests.reliability.window.screens import XServer
from tests.some import some
from ui.process.display import probes

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="displays of Linux")

HIDE = Path(__file__).with_name("without_libraries.sh")
SUANLI = str(Path(sys.executable).with_name("suanli"))
NONE_OF_OURS = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM", "XDG_SESSION_TYPE")

NO_DISPLAY = {
    "a dropped connection": ({"DISPLAY": "localhost:99.0"}, "there is no display localhost:99.0;"),
    "Wayland without a compositor": (
        {"WAYLAND_DISPLAY": "wayland-99", "XDG_RUNTIME_DIR": "/var", "DISPLAY": ":99"},
        "there is no Wayland display wayland-99 and there is no display :99;",
    ),
    "an unknown platform": (
        {"QT_QPA_PLATFORM": "wayland2"},
        "Qt knows no platform wayland2 (QT_QPA_PLATFORM is wayland2; unset it, or set it to xcb",
    ),
    "xcb without DISPLAY": ({"QT_QPA_PLATFORM": "xcb"}, "DISPLAY, which names the screen, is not"),
    "a platform of other machines": (
        {"QT_QPA_PLATFORM": "linuxfb:fb=/dev/null"},
        "there is no screen for a window (QT_QPA_PLATFORM is linuxfb:fb=/dev/null; unset it",
    ),
    "Wayland without a folder": (
        {"QT_QPA_PLATFORM": "wayland", "XDG_RUNTIME_DIR": ""},
        "XDG_RUNTIME_DIR, the folder of the Wayland display wayland-0, is not set;",
    ),
    "a platform without hardware": (
        {"QT_QPA_PLATFORM": "eglfs"},
        "Could not initialize egl display” (QT_QPA_PLATFORM is eglfs; unset it",
    ),
}
HIDDEN = {
    ("libxcb-cursor.so libX11-xcb.so", "debian"): (
        "Qt misses libX11-xcb.so.1, libxcb-cursor.so.0 (to install: sudo apt install libx11-xcb1 "
        "libxcb-cursor0); `suanli run` works"
    ),
    ("libxcb-cursor.so libX11-xcb.so", "fedora"): (
        "(to install: sudo dnf install libX11-xcb xcb-util-cursor); `suanli run` works"
    ),
    ("libEGL.so", "arch"): (
        "suanli: Qt misses libEGL.so.1 (to install: sudo pacman -S libglvnd)\n"
    ),
    ("libEGL.so", "void"): (
        "suanli: Qt misses libEGL.so.1 (install the packages of this system that bring them)\n"
    ),
}


def _environment(**changed):
    plain = {name: value for name, value in os.environ.items() if name not in NONE_OF_OURS}
    return {**plain, **changed}


def _run(*command, **changed):
    return subprocess.run(
        command,
        env=_environment(**changed),
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=False,
        timeout=100,
    )


def _assert_one_sentence(done, sentence):
    assert done.stderr.startswith("suanli: "), done.stderr
    assert sentence in done.stderr
    assert (done.stderr.count("\n"), done.stdout, done.returncode) == (1, "", 2)


def test_that_no_display_gives_one_sentence_that_names_the_setting(sized, record):
    """E8."""
    cases = list(NO_DISPLAY.values())[: sized(3, len(NO_DISPLAY))]
    for environment, sentence in some(cases):
        _assert_one_sentence(_run(SUANLI, **environment), sentence)
    record("E8", f"{len(cases)} displays that are not there told in one sentence")


@pytest.fixture
def x_server(tmp_path):
    """Return a display that is open to nobody who has not the key, and the file with the key."""
    server, maker = shutil.which("Xvfb"), shutil.which("xauth")
    if server is None or maker is None:
        pytest.skip("Xvfb and xauth are not installed")
    key = tmp_path / "key"
    subprocess.run([maker, "-f", str(key), "add", ":0", ".", "0123456789abcdef" * 2], check=True)
    reading, writing = os.pipe()
    command = [server, "-displayfd", str(writing), "-auth", str(key), "-screen", "0", "800x600x24"]
    with (
        subprocess.Popen(command, pass_fds=[writing], stderr=subprocess.DEVNULL) as process,
        os.fdopen(reading) as told,
    ):
        os.close(writing)
        display = f":{told.readline().strip()}"
        subprocess.run(
            [maker, "-f", str(key), "add", display, ".", "0123456789abcdef" * 2], check=True
        )
        yield display, key
        process.terminate()


OPENED = """
import sys
from ui.process.display.application import load_qt, windowed_application
load_qt()
app = windowed_application()
print(app.platformName())
"""


def test_that_a_display_of_another_user_is_told_and_ones_own_is_used(x_server):
    display, key = x_server
    _assert_one_sentence(
        _run(SUANLI, DISPLAY=display), f"the display {display} refuses this user ("
    )
    for _ in range(3):  # a server that had no client yet begins anew when it loses the first
        done = _run(sys.executable, "-c", OPENED, DISPLAY=display, XAUTHORITY=str(key))
        assert (done.stdout, done.stderr) == ("xcb\n", "")


def test_that_a_screen_of_few_colors_is_told():
    server = XServer("-screen", "0", "800x600x8")
    done = _run(SUANLI, **server.display)
    server.end()
    _assert_one_sentence(done, "the screen has 8 bits of color, and Qt needs at least 15")


SEEN = """
from PySide6.QtWidgets import QLabel
label = QLabel("words")
label.show()
print(label.devicePixelRatio(), label.sizeHint().width() > 10)
"""


def test_that_a_scale_at_which_nothing_is_seen_is_passed_over(x_server):
    display, key = x_server
    for scale, seen in (("nan", "1.0 True"), ("2", "2.0 True")):
        done = _run(
            sys.executable,
            "-c",
            OPENED + SEEN,
            DISPLAY=display,
            XAUTHORITY=str(key),
            QT_SCALE_FACTOR=scale,
        )
        assert (done.stdout, done.stderr) == (f"xcb\n{seen}\n", "")


def test_that_a_dead_compositor_does_not_keep_a_living_display_from_being_used(x_server):
    display, key = x_server
    dead = {"WAYLAND_DISPLAY": "wayland-99", "XDG_RUNTIME_DIR": "/var"}
    done = _run(sys.executable, "-c", OPENED, DISPLAY=display, XAUTHORITY=str(key), **dead)
    assert (done.stdout, done.stderr) == ("xcb\n", "")


@pytest.fixture
def deaf(tmp_path, monkeypatch):
    """Return a socket that takes connections and never says a word."""
    monkeypatch.setattr(probes, "SECONDS_TO_ANSWER", 0.2)
    with socket.socket(socket.AF_UNIX) as server:
        server.bind(str(tmp_path / "deaf"))
        server.listen()
        yield tmp_path / "deaf"


def test_that_a_compositor_that_hangs_is_not_waited_for(deaf, monkeypatch):
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(deaf.parent))
    monkeypatch.setenv("WAYLAND_DISPLAY", deaf.name)
    assert probes.wayland_refusal() == "the Wayland display deaf does not answer"


def test_that_an_x_server_that_hangs_is_not_waited_for(monkeypatch):
    from contextlib import ExitStack

    monkeypatch.setattr(probes, "SECONDS_TO_ANSWER", 0.2)
    with socket.socket() as server, ExitStack() as held:
        server.bind(("127.0.0.1", 0))
        port = server.getsockname()[1]
        if port < 6000:
            pytest.skip("a port that no display has")
        server.listen()
        monkeypatch.setenv("DISPLAY", f"127.0.0.1:{port - 6000}")
        assert probes.x_refusal(held).endswith("does not answer")
        server.accept()[0].close()  # lets the thread end that still waits


@pytest.mark.parametrize(("names", "system"), HIDDEN)
def test_that_missing_libraries_are_named_with_their_packages(names, system, tmp_path, x_server):
    display, key = x_server
    unshare = shutil.which("unshare")
    if unshare is None or os.geteuid() != 0:
        pytest.skip("only root can hide libraries, with unshare")
    hidden = [unshare, "-m", "sh", str(HIDE), str(tmp_path / "work"), names]
    done = _run(*hidden, SUANLI, DISPLAY=display, XAUTHORITY=str(key), SYSTEM=system)
    if done.returncode == 99 or done.stderr.startswith("unshare:"):
        pytest.skip(f"this machine does not let libraries be hidden {done.stderr}".strip())
    _assert_one_sentence(done, HIDDEN[names, system])


def test_that_pictures_need_no_screen_whatever_the_environment_says(tmp_path):
    foreign = tmp_path / "plugins" / "platforms"
    foreign.mkdir(parents=True)
    (foreign / "libqoffscreen.so").write_bytes(b"of another Qt")
    charts = ("--png", str(tmp_path / "charts"), "--svg", str(tmp_path / "charts"))
    command = [SUANLI, "run", "baseline", "--futures", "8", "--size", "400x400", *charts]
    settings = {
        "QT_QPA_PLATFORM": "xcb",
        "DISPLAY": "localhost:99.0",
        "QT_PLUGIN_PATH": str(foreign.parent),
        "QT_QPA_PLATFORM_PLUGIN_PATH": str(foreign),
        "PYQTGRAPH_QT_LIB": "PyQt5",
        "QT_FATAL_WARNINGS": "1",
        "QT_STYLE_OVERRIDE": "kvantum",
        "PYSIDE6_OPTION_PYTHON_ENUM": "0",
        "QT_SCALE_FACTOR": "3",
        "QT_FONT_DPI": "200",
        "QT_QPA_PLATFORMTHEME": "gtk3",
    }
    drawn = []
    for environment in ({}, settings):
        done = _run(*command, **environment)
        assert (done.returncode, done.stderr) == (0, "")
        drawn.append([path.read_bytes() for path in sorted((tmp_path / "charts").iterdir())])
    assert len(drawn[0]) == 8
    assert drawn[0] == drawn[1]
