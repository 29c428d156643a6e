"""The words of charts, and the numerals, in the language that the window speaks."""

from PySide6.QtCore import QCoreApplication, QLocale

from ui.charts.numbers import ENGLISH_NUMERALS, Numerals
from ui.charts.specs import EVERY
from ui.charts.wording import Wording
from ui.translate import language


def wording() -> Wording:
    """Return every word a chart may show, translated."""
    titles = _outcomes()
    short = {
        "installed_compute": QCoreApplication.translate("Chart", "Installed"),
        "deliverable_compute": QCoreApplication.translate("Chart", "Deliverable"),
        "used_compute": QCoreApplication.translate("Chart", "Used"),
    }
    composites = {
        "compute_supply": QCoreApplication.translate("Chart", "Compute supply"),
        "voucher_money": QCoreApplication.translate("Chart", "Voucher money"),
    }
    locale = language()
    return Wording(
        charts=titles | composites,
        outcomes=titles | short,
        elements=_elements(),
        units=_units(),
        short={
            "cloud": QCoreApplication.translate("Chart", "Clouds"),
            "centers": QCoreApplication.translate("Chart", "Centers"),
        },
        segments=QCoreApplication.translate("Chart", "Both segments"),
        whole_and_segments=QCoreApplication.translate("Chart", "Total and parts"),
        baseline=QCoreApplication.translate("Chart", "Baseline"),
        reference=QCoreApplication.translate("Chart", "Baseline, for reference"),
        scenario=QCoreApplication.translate("Chart", "This scenario"),
        budget=QCoreApplication.translate("Chart", "Sum of budgets"),
        points=QCoreApplication.translate("Chart", "percentage points"),
        difference=QCoreApplication.translate("Chart", "difference from the baseline, {unit}"),
        percent=QCoreApplication.translate("Chart", "% difference from the baseline"),
        index=QCoreApplication.translate("Chart", "index, first month = 100"),
        events={
            "budget_exhausted": QCoreApplication.translate("Chart", "{area}: budget spent"),
            "vouchers_end": QCoreApplication.translate("Chart", "Vouchers end"),
            "plan_starts": QCoreApplication.translate("Chart", "Alibaba's plan starts"),
            "plan_ends": QCoreApplication.translate("Chart", "Alibaba's plan ends"),
        },
        small=QCoreApplication.translate("Chart", "Moves less than a pixel here."),
        show_difference=QCoreApplication.translate("Chart", "Show difference"),
        unmoved=QCoreApplication.translate("Chart", "Does not move here."),
        show_chart=QCoreApplication.translate("Chart", "Show {chart}"),
        range=QCoreApplication.translate("Chart", "{low} to {high}"),
        span=QCoreApplication.translate("Chart", "80 % range"),
        change=QCoreApplication.translate("Chart", "vs baseline"),
        months=tuple(
            locale.standaloneMonthName(month, QLocale.FormatType.ShortFormat)
            for month in range(1, 13)
        ),
    )


def numerals() -> Numerals:
    """Return the separators of numbers: those of the words around them, not of the system."""
    return ENGLISH_NUMERALS


def _elements() -> dict[str, str]:
    return {
        "": QCoreApplication.translate("Chart", "Total"),
        EVERY: QCoreApplication.translate("Chart", "All areas"),
        "beijing": QCoreApplication.translate("Chart", "Beijing"),
        "shanghai": QCoreApplication.translate("Chart", "Shanghai"),
        "shenzhen": QCoreApplication.translate("Chart", "Shenzhen"),
        "chengdu": QCoreApplication.translate("Chart", "Chengdu"),
        "ningbo": QCoreApplication.translate("Chart", "Ningbo"),
        "shandong": QCoreApplication.translate("Chart", "Shandong"),
        "henan": QCoreApplication.translate("Chart", "Henan"),
        "cloud": QCoreApplication.translate("Chart", "Hyperscale clouds"),
        "centers": QCoreApplication.translate("Chart", "Local and western centers"),
    }


def _outcomes() -> dict[str, str]:
    return {
        "enterprises": QCoreApplication.translate("Chart", "AI enterprises"),
        "enterprises_added_by_vouchers": QCoreApplication.translate(
            "Chart", "Enterprises added by vouchers"
        ),
        "public_cost_per_added_enterprise": QCoreApplication.translate(
            "Chart", "Public cost per added enterprise"
        ),
        "installed_compute": QCoreApplication.translate("Chart", "Installed compute"),
        "deliverable_compute": QCoreApplication.translate("Chart", "Deliverable compute"),
        "used_compute": QCoreApplication.translate("Chart", "Used compute"),
        "unmet_demand": QCoreApplication.translate("Chart", "Unmet demand"),
        "utilization": QCoreApplication.translate("Chart", "Utilization"),
        "rent": QCoreApplication.translate("Chart", "Compute rent"),
        "sme_price": QCoreApplication.translate("Chart", "Compute price after vouchers"),
        "sme_compute_per_enterprise": QCoreApplication.translate("Chart", "Compute per enterprise"),
        "sme_compute_spend": QCoreApplication.translate("Chart", "Enterprises' compute bill"),
        "voucher_spend": QCoreApplication.translate("Chart", "Voucher money drawn"),
        "voucher_spend_cumulative": QCoreApplication.translate(
            "Chart", "Voucher money drawn so far"
        ),
        "voucher_budget_used": QCoreApplication.translate("Chart", "Voucher budget used"),
        "industry_output": QCoreApplication.translate("Chart", "AI industry output"),
        "domestic_chip_share": QCoreApplication.translate("Chart", "Domestic share of chips"),
        "chip_orders": QCoreApplication.translate("Chart", "Chip orders"),
        "chip_shortage": QCoreApplication.translate("Chart", "Chip shortage"),
        "electricity": QCoreApplication.translate("Chart", "Electricity"),
        "alibaba_capex": QCoreApplication.translate("Chart", "Alibaba's capex"),
        "alibaba_revenue": QCoreApplication.translate("Chart", "Alibaba's compute revenue"),
        "alibaba_payback": QCoreApplication.translate("Chart", "Alibaba's payback time"),
    }


def _units() -> dict[str, str]:
    return {
        "firm": QCoreApplication.translate("Chart", "enterprises"),
        "share": "%",
        "1": QCoreApplication.translate("Chart", "ratio"),
        "yr": QCoreApplication.translate("Chart", "years"),
        "EFLOPS": QCoreApplication.translate("Chart", "EFLOPS (FP16)"),
        "EFLOPS/yr": QCoreApplication.translate("Chart", "EFLOPS (FP16) per year"),
        "PFLOPS/firm": QCoreApplication.translate("Chart", "PFLOPS (FP16) per enterprise"),
        "M CNY": QCoreApplication.translate("Chart", "million CNY"),
        "M CNY/yr": QCoreApplication.translate("Chart", "million CNY per year"),
        "M CNY/firm": QCoreApplication.translate("Chart", "million CNY per enterprise"),
        "bn CNY/yr": QCoreApplication.translate("Chart", "billion CNY per year"),
        "bn CNY/EFLOPS/yr": QCoreApplication.translate("Chart", "billion CNY per EFLOPS and year"),
        "TWh/yr": QCoreApplication.translate("Chart", "TWh per year"),
    }
