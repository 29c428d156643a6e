"""How Suanli looks: two themes, light and dark, and everything that follows from their colors.

The one place that names colors, and the usual font sizes: a printed sheet and the number of a card
have their own. Charts read the data colors, widgets are styled
through the palette and the style sheet. It knows no widget of ours beyond the roles named below.
"""

from dataclasses import dataclass, fields
from functools import cache
from string import Template
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont, QFontDatabase, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication

from planner.storage.places import resources_folder
from ui.style.chinese import families_with_chinese

TEXT_PIXELS: Final = 13
SMALL_PIXELS: Final = 11
TITLE_PIXELS: Final = 14
READABLE: Final = 4.5
VISIBLE: Final = 3.0
_LINEAR_BELOW: Final = 0.04045


@dataclass(frozen=True, slots=True)
class Theme:
    """The colors of one look, each as `#rrggbb`.

    `accent` marks what the user touches and the scenario at hand; `lever` and `assumption` keep
    the two kinds of input apart; `data` are the colors of Okabe and Ito, in the order of use,
    moved in lightness only until each stands out from `panel` by three to one.
    """

    name: str
    window: str
    panel: str
    field: str
    border: str
    text: str
    muted: str
    accent: str
    on_accent: str
    grid: str
    axis: str
    baseline: str
    lever: str
    assumption: str
    positive: str
    negative: str
    data: tuple[str, ...]

    @property
    def is_dark(self) -> bool:
        """Whether light text stands on a dark ground."""
        return luminance(self.panel) < luminance(self.text)


LIGHT: Final = Theme(
    name="light",
    window="#f3f3f0",
    panel="#fdfdfb",
    field="#ffffff",
    border="#d5d4ce",
    text="#1d1d1b",
    muted="#65645e",
    accent="#0068a5",
    on_accent="#ffffff",
    grid="#e4e3dd",
    axis="#8d8c85",
    baseline="#3c3b38",
    lever="#0068a5",
    assumption="#9a4b80",
    positive="#00734f",
    negative="#b34a00",
    data=(
        "#0072b2",
        "#d55e00",
        "#008f68",
        "#b5608f",
        "#b37c00",
        "#2f8fc9",
        "#8b8000",
        "#6b6a65",
    ),
)

DARK: Final = Theme(
    name="dark",
    window="#141517",
    panel="#1c1e21",
    field="#131416",
    border="#393c41",
    text="#e9e7e2",
    muted="#a3a5a7",
    accent="#56b4e9",
    on_accent="#10202b",
    grid="#2d3034",
    axis="#75787c",
    baseline="#d8d6d0",
    lever="#56b4e9",
    assumption="#d990bb",
    positive="#35c596",
    negative="#f0883e",
    data=(
        "#56b4e9",
        "#ee7d2b",
        "#1fb98b",
        "#d584b1",
        "#e69f00",
        "#3a86c8",
        "#d8cd3c",
        "#a9a8a3",
    ),
)

THEMES: Final = {theme.name: theme for theme in (LIGHT, DARK)}


def luminance(color: str) -> float:
    """Return the relative luminance of a color, 0 for black and 1 for white (WCAG 2)."""
    parts = (int(color[i : i + 2], 16) / 255 for i in (1, 3, 5))
    red, green, blue = (
        part / 12.92 if part <= _LINEAR_BELOW else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """Return the contrast of two colors, 1 (none) to 21 (WCAG 2)."""
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def mixed(one: str, other: str, share: float) -> str:
    """Return a color between two: `share` 0 gives the first, 1 the second."""
    pairs = ((int(one[i : i + 2], 16), int(other[i : i + 2], 16)) for i in (1, 3, 5))
    return "#" + "".join(f"{round(a + (b - a) * share):02x}" for a, b in pairs)


@cache
def readable(color: str, theme: Theme) -> str:
    """Return the color as text may have it: moved towards the text color until it can be read."""
    for step in range(21):
        candidate = mixed(color, theme.text, step / 20)
        if min(contrast(candidate, each) for each in (theme.panel, theme.window)) >= READABLE:
            return candidate
    return theme.text


def changed(theme: Theme, own: int | None) -> str:
    """Return the color of what a scenario has changed: its own, where several stand side by side.

    It stands beside a mark or is bold, too. `own` is the number of its color, None of the baseline.
    """
    return theme.text if own is None else readable(theme.data[own % len(theme.data)], theme)


def system_theme() -> Theme:
    """Return the theme the system hints at; light where it says nothing."""
    hints = QGuiApplication.styleHints()
    return DARK if hints.colorScheme() == Qt.ColorScheme.Dark else LIGHT


def font(pixels: int = TEXT_PIXELS, *, bold: bool = False) -> QFont:
    """Return the system's own font, with figures of equal width where the font has them.

    What it lacks of Chinese is in a font with the forms of Simplified Chinese.
    """
    chosen = QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont)
    chosen.setFamilies(families_with_chinese(chosen.family()))
    chosen.setPixelSize(pixels)
    chosen.setWeight(QFont.Weight.DemiBold if bold else QFont.Weight.Normal)
    chosen.setFeature(QFont.Tag.fromString("tnum"), 1)
    return chosen


def palette(theme: Theme) -> QPalette:
    """Return the palette for the Fusion style; setting a color scheme does nothing on bare X11."""
    made = QPalette()
    role = QPalette.ColorRole
    for where, color in {
        role.Window: theme.window,
        role.WindowText: theme.text,
        role.Base: theme.field,
        role.AlternateBase: theme.panel,
        role.Text: theme.text,
        role.PlaceholderText: theme.muted,
        role.Button: theme.panel,
        role.ButtonText: theme.text,
        role.BrightText: theme.negative,
        role.ToolTipBase: theme.panel,
        role.ToolTipText: theme.text,
        role.Highlight: theme.accent,
        role.HighlightedText: theme.on_accent,
        role.Accent: theme.accent,
        role.Link: theme.accent,
        role.LinkVisited: theme.assumption,
        role.Light: mixed(theme.panel, "#ffffff", 0.1 if theme.is_dark else 0.8),
        role.Midlight: theme.grid,
        role.Mid: theme.border,
        role.Dark: theme.axis,
        role.Shadow: mixed(theme.window, "#000000", 0.6),
    }.items():
        made.setColor(where, QColor(color))
    of_disabled = QColor(faint(theme))
    for where in (role.WindowText, role.Text, role.ButtonText):
        made.setColor(QPalette.ColorGroup.Disabled, where, of_disabled)
    return made


def style_sheet(theme: Theme) -> str:
    """Return the style sheet of the whole program, with the colors of the theme filled in.

    Widgets choose a look by the property `look`: card, muted, title, value, changed, assumption,
    flat, tight, link, small, field, beyond and refused.
    """
    names = (field.name for field in fields(Theme) if field.name not in ("name", "data"))
    filled = {name: getattr(theme, name) for name in names} | {
        "hover": mixed(theme.panel, theme.text, 0.06),
        "pressed": mixed(theme.panel, theme.text, 0.12),
        "tint": mixed(theme.panel, theme.accent, 0.16),
        "groove": mixed(theme.panel, theme.text, 0.16),
        "faint": faint(theme),
        "text_size": str(TEXT_PIXELS),
        "small_size": str(SMALL_PIXELS),
        "title_size": str(TITLE_PIXELS),
    }
    folder = resources_folder() / "style"
    look, other_look = ("dark", "light") if theme.is_dark else ("light", "dark")
    filled |= {"arrows": folder.as_posix(), "look": look, "other_look": other_look}
    return Template((folder / "suanli.qss").read_text("utf-8")).substitute(filled)


def apply_colors(application: QApplication, theme: Theme) -> None:
    """Give the whole program the style, the colors and the font of a theme.

    Nothing slides, fades or rolls, whatever the system does: a planner waits for no picture, and
    some users cannot bear it.
    """
    application.setStyle("Fusion")
    for effect in Qt.UIEffect:
        application.setEffectEnabled(effect, False)
    application.setPalette(palette(theme))
    application.setFont(font())


def faint(theme: Theme) -> str:
    """Return the color of what cannot be used at present: quiet, and still seen."""
    return mixed(theme.muted, theme.window, 0.2)
