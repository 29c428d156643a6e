"""The rows of the menu View > Units: in what money and compute are told. No Qt."""

from typing import Final

from ui.wording.commands.command import QT_TRANSLATE_NOOP, Command, Menu

UNITS: Final = (
    Menu(key="units", text=QT_TRANSLATE_NOOP("Commands", "Uni&ts"), inside="view"),
    Command(
        key="money_cny",
        text=QT_TRANSLATE_NOOP("Commands", "&CNY"),
        full_text=QT_TRANSLATE_NOOP("Commands", "Money in CNY"),
        handler="units.tell_money",
        data="CNY",
        checked_by="money",
        menu="units",
    ),
    Command(
        key="money_usd",
        text=QT_TRANSLATE_NOOP("Commands", "&USD"),
        full_text=QT_TRANSLATE_NOOP("Commands", "Money in USD"),
        tip=QT_TRANSLATE_NOOP(
            "Commands", "7.2 CNY per USD in every year, the rate of 2024-2025 (P154)"
        ),
        handler="units.tell_money",
        data="USD",
        checked_by="money",
        menu="units",
    ),
    Command(
        key="compute_eflops",
        text=QT_TRANSLATE_NOOP("Commands", "&EFLOPS"),
        full_text=QT_TRANSLATE_NOOP("Commands", "Compute in EFLOPS (FP16)"),
        handler="units.tell_compute",
        data="EFLOPS",
        checked_by="compute",
        menu="units",
        is_apart=True,
    ),
    Command(
        key="compute_h100e",
        text=QT_TRANSLATE_NOOP("Commands", "&H100 equivalents"),
        full_text=QT_TRANSLATE_NOOP("Commands", "Compute in H100 equivalents"),
        tip=QT_TRANSLATE_NOOP("Commands", "One is 0.000989 EFLOPS (FP16, dense)"),
        handler="units.tell_compute",
        data="H100e",
        checked_by="compute",
        menu="units",
    ),
    Command(
        key="compute_mw",
        text=QT_TRANSLATE_NOOP("Commands", "&MW"),
        full_text=QT_TRANSLATE_NOOP("Commands", "Installed and owned compute in MW"),
        tip=QT_TRANSLATE_NOOP(
            "Commands",
            "What the fleet of each month takes at full load; all other compute stays in EFLOPS",
        ),
        handler="units.tell_compute",
        data="MW",
        checked_by="compute",
        menu="units",
    ),
)
