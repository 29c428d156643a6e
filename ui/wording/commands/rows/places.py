"""The rows of the menu View > Place: which places the window is about. No Qt."""

from typing import Final

from ui.wording.commands.command import QT_TRANSLATE_NOOP, Command, Menu

ALL: Final = "all"
"""Stands for all places where one is named."""

PLACE: Final = (
    Menu(key="place", text=QT_TRANSLATE_NOOP("Commands", "Place"), inside="view", is_apart=True),
    Command(
        key="place_all",
        text=QT_TRANSLATE_NOOP("Commands", "&All places"),
        full_text=QT_TRANSLATE_NOOP("Commands", "Place: all"),
        tip=QT_TRANSLATE_NOOP("Commands", "Up to three places stand side by side"),
        handler="areas.toggle",
        data=ALL,
        checked_by="area",
        menu="place",
    ),
    Command(
        key="place_beijing",
        text=QT_TRANSLATE_NOOP("Commands", "&Beijing"),
        full_text=QT_TRANSLATE_NOOP("Commands", "Place: Beijing"),
        tip=QT_TRANSLATE_NOOP("Commands", "Up to three places stand side by side"),
        handler="areas.toggle",
        data="beijing",
        checked_by="area",
        menu="place",
    ),
    Command(
        key="place_shanghai",
        text=QT_TRANSLATE_NOOP("Commands", "&Shanghai"),
        full_text=QT_TRANSLATE_NOOP("Commands", "Place: Shanghai"),
        tip=QT_TRANSLATE_NOOP("Commands", "Up to three places stand side by side"),
        handler="areas.toggle",
        data="shanghai",
        checked_by="area",
        menu="place",
    ),
    Command(
        key="place_shenzhen",
        text=QT_TRANSLATE_NOOP("Commands", "S&henzhen"),
        full_text=QT_TRANSLATE_NOOP("Commands", "Place: Shenzhen"),
        tip=QT_TRANSLATE_NOOP("Commands", "Up to three places stand side by side"),
        handler="areas.toggle",
        data="shenzhen",
        checked_by="area",
        menu="place",
    ),
    Command(
        key="place_chengdu",
        text=QT_TRANSLATE_NOOP("Commands", "&Chengdu"),
        full_text=QT_TRANSLATE_NOOP("Commands", "Place: Chengdu"),
        tip=QT_TRANSLATE_NOOP("Commands", "Up to three places stand side by side"),
        handler="areas.toggle",
        data="chengdu",
        checked_by="area",
        menu="place",
    ),
    Command(
        key="place_ningbo",
        text=QT_TRANSLATE_NOOP("Commands", "&Ningbo"),
        full_text=QT_TRANSLATE_NOOP("Commands", "Place: Ningbo"),
        tip=QT_TRANSLATE_NOOP("Commands", "Up to three places stand side by side"),
        handler="areas.toggle",
        data="ningbo",
        checked_by="area",
        menu="place",
    ),
    Command(
        key="place_shandong",
        text=QT_TRANSLATE_NOOP("Commands", "Shan&dong"),
        full_text=QT_TRANSLATE_NOOP("Commands", "Place: Shandong"),
        tip=QT_TRANSLATE_NOOP("Commands", "Up to three places stand side by side"),
        handler="areas.toggle",
        data="shandong",
        checked_by="area",
        menu="place",
    ),
    Command(
        key="place_henan",
        text=QT_TRANSLATE_NOOP("Commands", "H&enan"),
        full_text=QT_TRANSLATE_NOOP("Commands", "Place: Henan"),
        tip=QT_TRANSLATE_NOOP("Commands", "Up to three places stand side by side"),
        handler="areas.toggle",
        data="henan",
        checked_by="area",
        menu="place",
    ),
)
