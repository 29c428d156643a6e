"""Packages of Linux are called as this system calls them, and a system nobody knows is told so."""

import re
import sys
from pathlib import Path

import pytest

from tests.some import some
from ui.wording.linux import packages as named
from ui.wording.linux.packages import how_to_install, package, packages
from ui.wording.linux.table import CHINESE_FONT, FONT, PACKAGES

MISSING = ("libEGL.so.1", "libxcb-icccm.so.4", "libxcb-xkb.so.1")
SYSTEMS = {
    "Debian": (
        'ID=debian\nVERSION_ID="12"\n',
        "sudo apt install libegl1 libxcb-icccm4 libxcb-xkb1",
    ),
    "Mint": ("ID=linuxmint\nID_LIKE='ubuntu debian'\n", "sudo apt install libegl1 libxcb-icccm4"),
    "Fedora": (
        'NAME="Fedora Linux"\nID=fedora\n',
        "sudo dnf install libglvnd-egl xcb-util-wm libxcb",
    ),
    "Rocky": ('ID="rocky"\nID_LIKE="rhel centos fedora"\n', "sudo dnf install libglvnd-egl"),
    "Arch": ("# a comment\nID=arch\n", "sudo pacman -S libglvnd xcb-util-wm libxcb"),
    "an apostrophe": ("NAME=Debian's own\nID=debian\n", "sudo apt install libegl1"),
    "an apostrophe behind": ("ID=debian\nNAME=Debian's own\n", "sudo apt install libegl1"),
    "a blank without quotes": ("NAME=Debian GNU\nID=debian\n", "sudo apt install libegl1"),
    "a line of its own": ("what is this\n  ID=debian\n", "sudo apt install libegl1"),
    "systems it is like, without quotes": (
        "ID='mine\nID_LIKE=ubuntu debian\n",
        "sudo apt install libegl1",
    ),
    "Manjaro": ("ID=manjaro\nID_LIKE=arch\n", "sudo pacman -S libglvnd xcb-util-wm libxcb"),
}
UNKNOWN = {
    "another": 'ID="void"\n',
    "one that says nothing": "",
    "a damaged file": 'ID="debian\nID_LIKE=',
    "a file of no lines": "debian",
}

OF_EVERY_SYSTEM = (
    "libc.",
    "libm.",
    "libdl.",
    "libpthread.",
    "librt.",
    "libresolv.",
    "libgcc_s.",
    "libstdc++.",
    "libpyside6.",
    "libshiboken6.",
)
SONAME = re.compile(rb"lib[\w.+-]+\.so\.\d+")


@pytest.fixture
def system(tmp_path, monkeypatch):
    """Return a function that lets this system call itself by such an os-release."""

    def call(said):
        file = tmp_path / "os-release"
        file.write_text(said, "utf-8")
        monkeypatch.setattr(named, "_TOLD_IN", (tmp_path / "absent", file))

    return call


@pytest.mark.parametrize("name", SYSTEMS)
def test_that_each_family_of_systems_is_told_its_own_command(name, system):
    said, command = SYSTEMS[name]
    system(said)
    assert how_to_install(MISSING).startswith(f"to install: {command}")


@pytest.mark.parametrize("name", UNKNOWN)
def test_that_an_unknown_system_is_told_to_look_for_the_libraries(name, system):
    system(UNKNOWN[name])
    assert packages(MISSING) == ()
    assert how_to_install(MISSING) == "install the packages of this system that bring them"
    assert package(CHINESE_FONT) == "fonts-noto-cjk"


def test_that_fonts_are_called_as_the_system_calls_them(system):
    system("ID=fedora")
    assert package(FONT) == "dejavu-sans-fonts"


def test_that_a_library_that_no_package_is_known_for_keeps_the_others_from_nothing(system):
    system("ID=debian")
    assert packages(("libnew.so.1", "libEGL.so.1", "libEGL.so.1")) == ("libegl1",)


@pytest.mark.skipif(sys.platform != "linux", reason="libraries of Linux")
def test_that_every_library_that_qt_asks_for_by_itself_has_a_package():
    import PySide6

    qt = Path(PySide6.__file__).parent
    own = {file.name for file in qt.rglob("*.so*")}
    used = [
        *(qt.glob(f"{name}.*so*") for name in ("QtCore", "QtGui", "QtWidgets", "QtDBus", "QtSvg")),
        *(qt.glob(f"Qt/lib/libQt6{name}.so.6") for name in ("Core", "Gui", "XcbQpa", "DBus")),
        *(qt.glob(f"Qt/plugins/platforms/libq{name}.so") for name in ("xcb", "wayland")),
        qt.glob("Qt/plugins/wayland-shell-integration/*.so"),
    ]
    asked = {name for files in used for file in files for name in _asked_by(file)}
    assert {"libxcb-cursor.so.0", "libEGL.so.1", "libglib-2.0.so.0"} <= asked
    of_every_system = {name for name in asked if name.startswith(OF_EVERY_SYSTEM)}
    for name in some(sorted(asked - own - of_every_system)):
        assert name in PACKAGES


def _asked_by(file):
    """Return the libraries that a file names by itself: whole texts of its table of names."""
    texts = file.read_bytes().split(b"\0")
    return {each.decode() for each in texts if each.startswith(b"lib") and SONAME.fullmatch(each)}
