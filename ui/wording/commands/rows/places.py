"""The rows of the menu View > Place: which places the window is about. No Qt."""

from typing import Final

from planner.storage.sentences.catalog import marked
from ui.wording.commands.command import Command, Menu

ALL: Final = "all"
"""Stands for all places where one is named."""

PLACE: Final = (
    Menu(key="place", text=marked("Commands", "P&lace"), inside="view", is_apart=True),
    Command(
        key="place_all",
        text=marked("Commands", "&All places"),
        full_text=marked("Commands", "Place: all"),
        tip=marked("Commands", "Up to three places stand side by side"),
        handler="areas.toggle",
        data=ALL,
        checked_by="area",
        menu="place",
    ),
    Command(
        key="place_beijing",
        text=marked("Commands", "&Beijing"),
        full_text=marked("Commands", "Place: Beijing"),
        tip=marked("Commands", "Up to three places stand side by side"),
        handler="areas.toggle",
        data="beijing",
        checked_by="area",
        menu="place",
    ),
    Command(
        key="place_shanghai",
        text=marked("Commands", "&Shanghai"),
        full_text=marked("Commands", "Place: Shanghai"),
        tip=marked("Commands", "Up to three places stand side by side"),
        handler="areas.toggle",
        data="shanghai",
        checked_by="area",
        menu="place",
    ),
    Command(
        key="place_shenzhen",
        text=marked("Commands", "S&henzhen"),
        full_text=marked("Commands", "Place: Shenzhen"),
        tip=marked("Commands", "Up to three places stand side by side"),
        handler="areas.toggle",
        data="shenzhen",
        checked_by="area",
        menu="place",
    ),
    Command(
        key="place_chengdu",
        text=marked("Commands", "&Chengdu"),
        full_text=marked("Commands", "Place: Chengdu"),
        tip=marked("Commands", "Up to three places stand side by side"),
        handler="areas.toggle",
        data="chengdu",
        checked_by="area",
        menu="place",
    ),
    Command(
        key="place_ningbo",
        text=marked("Commands", "&Ningbo"),
        full_text=marked("Commands", "Place: Ningbo"),
        tip=marked("Commands", "Up to three places stand side by side"),
        handler="areas.toggle",
        data="ningbo",
        checked_by="area",
        menu="place",
    ),
    Command(
        key="place_shandong",
        text=marked("Commands", "Shan&dong"),
        full_text=marked("Commands", "Place: Shandong"),
        tip=marked("Commands", "Up to three places stand side by side"),
        handler="areas.toggle",
        data="shandong",
        checked_by="area",
        menu="place",
    ),
    Command(
        key="place_henan",
        text=marked("Commands", "H&enan"),
        full_text=marked("Commands", "Place: Henan"),
        tip=marked("Commands", "Up to three places stand side by side"),
        handler="areas.toggle",
        data="henan",
        checked_by="area",
        menu="place",
    ),
)
