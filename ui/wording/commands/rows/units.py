"""The rows of the menu View > Units: in what money and compute are told. No Qt."""

from typing import Final

from planner.storage.sentences.catalog import marked
from ui.wording.commands.command import Command, Menu

UNITS: Final = (
    Menu(key="units", text=marked("Commands", "Uni&ts"), inside="view"),
    Command(
        key="money_cny",
        text=marked("Commands", "&CNY"),
        full_text=marked("Commands", "Money in CNY"),
        handler="units.tell_money",
        data="CNY",
        checked_by="money",
        menu="units",
    ),
    Command(
        key="money_usd",
        text=marked("Commands", "&USD"),
        full_text=marked("Commands", "Money in USD"),
        tip=marked("Commands", "7.2 CNY per USD in every year, the rate of 2024-2025 (P154)"),
        handler="units.tell_money",
        data="USD",
        checked_by="money",
        menu="units",
    ),
    Command(
        key="compute_eflops",
        text=marked("Commands", "&EFLOPS"),
        full_text=marked("Commands", "Compute in EFLOPS (FP16)"),
        handler="units.tell_compute",
        data="EFLOPS",
        checked_by="compute",
        menu="units",
        is_apart=True,
    ),
    Command(
        key="compute_h100e",
        text=marked("Commands", "&H100 equivalents"),
        full_text=marked("Commands", "Compute in H100 equivalents"),
        tip=marked("Commands", "One is 0.000989 EFLOPS (FP16, dense)"),
        handler="units.tell_compute",
        data="H100e",
        checked_by="compute",
        menu="units",
    ),
    Command(
        key="compute_mw",
        text=marked("Commands", "&MW"),
        full_text=marked("Commands", "Installed and owned compute in MW"),
        tip=marked(
            "Commands",
            "What the fleet of each month takes at full load; all other compute stays in EFLOPS",
        ),
        handler="units.tell_compute",
        data="MW",
        checked_by="compute",
        menu="units",
    ),
)
