"""Factors between units: definitions, not evidence."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Conversion:
    """A factor that is one by definition: `value` of `unit`."""

    key: str
    label: str
    unit: str
    value: float
    doc: str


CONVERSIONS = (
    Conversion(
        key="one_year",
        label="One year",
        unit="yr",
        value=1.0,
        doc="The year that yearly percentages refer to.",
    ),
    Conversion(
        key="million_per_billion",
        label="Millions in a billion",
        unit="M CNY/bn CNY",
        value=1000.0,
        doc="M CNY in one bn CNY.",
    ),
    Conversion(
        key="pflops_per_eflops",
        label="PFLOPS in an EFLOPS",
        unit="PFLOPS/EFLOPS",
        value=1000.0,
        doc="PFLOPS in one EFLOPS.",
    ),
    Conversion(
        key="cny_per_billion",
        label="CNY in a billion",
        unit="CNY/bn CNY",
        value=1e9,
        doc="CNY in one bn CNY.",
    ),
    Conversion(
        key="hours_per_year",
        label="Hours in a year",
        unit="h/yr",
        value=8760.0,
        doc="Hours in one year of 365 days.",
    ),
    Conversion(
        key="mwh_per_twh",
        label="MWh in a TWh",
        unit="MWh/TWh",
        value=1e6,
        doc="MWh in one TWh.",
    ),
    Conversion(
        key="megawatt_per_gigawatt",
        label="MW in a GW",
        unit="MW/GW",
        value=1000.0,
        doc="MW in one GW.",
    ),
    Conversion(
        key="days_per_year",
        label="Days in a year",
        unit="day/yr",
        value=365.0,
        doc="Days in one year.",
    ),
    Conversion(
        key="million_tokens_per_trillion",
        label="Million tokens in a trillion",
        unit="M token/trn token",
        value=1e6,
        doc="Million tokens in one trillion tokens.",
    ),
)
