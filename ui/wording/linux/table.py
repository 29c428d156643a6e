"""What packages of Linux are called that bring the libraries and fonts which Suanli needs.

The one table of them. Names were looked up in 2026, those of Debian in Debian 12 itself.
Floor: wording, no Qt.
"""

from typing import Final, NamedTuple


class System(NamedTuple):
    """A family of systems: what one of it may call itself, and the command that installs."""

    ids: tuple[str, ...]
    install: str


class Names(NamedTuple):
    """What one package is called in each family."""

    debian: str
    fedora: str
    arch: str


SYSTEMS: Final = {
    "debian": System(("debian", "ubuntu"), "sudo apt install"),
    "fedora": System(("fedora", "rhel"), "sudo dnf install"),
    "arch": System(("arch", "archlinux"), "sudo pacman -S"),
}
FONT: Final = "a font"
CHINESE_FONT: Final = "a font with Chinese letters"
FONT_OF_ALL_SCRIPTS: Final = "a font of all scripts"
FONT_OF_SYMBOLS: Final = "a font of symbols"
PACKAGES: Final = {
    "libEGL.so.1": Names("libegl1", "libglvnd-egl", "libglvnd"),
    "libGL.so.1": Names("libgl1", "libglvnd-glx", "libglvnd"),
    "libGLX.so.0": Names("libglx0", "libglvnd-glx", "libglvnd"),
    "libGLdispatch.so.0": Names("libglvnd0", "libglvnd", "libglvnd"),
    "libX11-xcb.so.1": Names("libx11-xcb1", "libX11-xcb", "libx11"),
    "libX11.so.6": Names("libx11-6", "libX11", "libx11"),
    "libdbus-1.so.3": Names("libdbus-1-3", "dbus-libs", "dbus"),
    "libfontconfig.so.1": Names("libfontconfig1", "fontconfig", "fontconfig"),
    "libfreetype.so.6": Names("libfreetype6", "freetype", "freetype2"),
    "libglib-2.0.so.0": Names("libglib2.0-0", "glib2", "glib2"),
    "libgthread-2.0.so.0": Names("libglib2.0-0", "glib2", "glib2"),
    "libwayland-client.so.0": Names("libwayland-client0", "libwayland-client", "wayland"),
    "libwayland-cursor.so.0": Names("libwayland-cursor0", "libwayland-cursor", "wayland"),
    "libwayland-egl.so.1": Names("libwayland-egl1", "libwayland-egl", "wayland"),
    "libxcb-cursor.so.0": Names("libxcb-cursor0", "xcb-util-cursor", "xcb-util-cursor"),
    "libxcb-glx.so.0": Names("libxcb-glx0", "libxcb", "libxcb"),
    "libxcb-icccm.so.4": Names("libxcb-icccm4", "xcb-util-wm", "xcb-util-wm"),
    "libxcb-image.so.0": Names("libxcb-image0", "xcb-util-image", "xcb-util-image"),
    "libxcb-keysyms.so.1": Names("libxcb-keysyms1", "xcb-util-keysyms", "xcb-util-keysyms"),
    "libxcb-randr.so.0": Names("libxcb-randr0", "libxcb", "libxcb"),
    "libxcb-render-util.so.0": Names(
        "libxcb-render-util0", "xcb-util-renderutil", "xcb-util-renderutil"
    ),
    "libxcb-render.so.0": Names("libxcb-render0", "libxcb", "libxcb"),
    "libxcb-shape.so.0": Names("libxcb-shape0", "libxcb", "libxcb"),
    "libxcb-shm.so.0": Names("libxcb-shm0", "libxcb", "libxcb"),
    "libxcb-sync.so.1": Names("libxcb-sync1", "libxcb", "libxcb"),
    "libxcb-util.so.1": Names("libxcb-util1", "xcb-util", "xcb-util"),
    "libxcb-xfixes.so.0": Names("libxcb-xfixes0", "libxcb", "libxcb"),
    "libxcb-xkb.so.1": Names("libxcb-xkb1", "libxcb", "libxcb"),
    "libxcb.so.1": Names("libxcb1", "libxcb", "libxcb"),
    "libxkbcommon-x11.so.0": Names("libxkbcommon-x11-0", "libxkbcommon-x11", "libxkbcommon-x11"),
    "libxkbcommon.so.0": Names("libxkbcommon0", "libxkbcommon", "libxkbcommon"),
    "libz.so.1": Names("zlib1g", "zlib", "zlib"),
    "libzstd.so.1": Names("libzstd1", "libzstd", "zstd"),
    FONT: Names("fonts-dejavu-core", "dejavu-sans-fonts", "ttf-dejavu"),
    CHINESE_FONT: Names("fonts-noto-cjk", "google-noto-sans-cjk-fonts", "noto-fonts-cjk"),
    FONT_OF_ALL_SCRIPTS: Names("fonts-noto-core", "google-noto-fonts-all", "noto-fonts"),
    FONT_OF_SYMBOLS: Names(
        "fonts-noto-color-emoji", "google-noto-color-emoji-fonts", "noto-fonts-emoji"
    ),
}
"""Libraries by the names under which Qt asks for them, and fonts by what they are for."""
