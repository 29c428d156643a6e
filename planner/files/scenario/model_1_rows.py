"""The rows of model 1 as data: they are needed to read its files, and nowhere else.

Seventh floor of planner.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final, TypeGuard


@dataclass(frozen=True, slots=True)
class Old:
    """A lever of model 1 that model 2 has in another form or not at all."""

    least: float
    most: float
    unit: str
    default: float


LEVERS: Final[Mapping[str, Old]] = {
    "voucher_end": Old(2025, 2051, "year", 2031),
    "alibaba_plan_years": Old(0.25, 25, "yr", 3),
    "alibaba_plan_tilt": Old(-1, 1, "1", 0),
    "alibaba_capex_after": Old(0, 5000, "bn CNY/yr", 130),
    "other_capex": Old(0, 20_000, "bn CNY/yr", 523),
    "public_fund": Old(0, 2000, "bn CNY/yr", 2),
    "chip_imports": Old(0, 20_000, "EFLOPS/yr", 300),
    "center_utilization_target": Old(0.01, 1, "share", 0.45),
    "network_build_time": Old(0.25, 50, "yr", 4),
    "center_share": Old(0, 1, "share", 0.35),
    "domestic_chip_growth": Old(-0.5, 2, "1/yr", 0.32),
    "supernode_share": Old(0, 1, "share", 0.3),
}
REWRITTEN: Final = ("voucher_budget", "data_voucher_budget", "alibaba_plan")
"""Levers of both models that other levers of model 1 rewrite."""
LEFT_OUT: Final = (
    "center_utilization_target",
    "network_build_time",
    "center_share",
    "domestic_chip_growth",
)
"""Gone, or of the same name and another meaning."""
ANOTHER_MEANING: Final = (
    "hardware_price_2025",
    "price_performance",
    "domestic_supply_2025",
    "supply_pull",
    "construction_time",
    "rent_2025",
    "voucher_leakage",
    "sme_use_growth",
    "revenue_2025",
)
"""Assumptions of both models that say something else in each: another price, unit or date."""
GONE: Final = (
    "birth_rate",
    "center_capacity_2025",
    "center_growth_2025",
    "center_utilization_2025",
    "cloud_capacity_2025",
    "cloud_growth_2025",
    "cloud_utilization_ceiling",
    "compute_share",
    "death_rate",
    "domestic_growth_settled",
    "import_trend",
    "revenue_growth",
)
"""Assumptions of model 1 that model 2 does not have."""
NARROWED: Final[Mapping[str, tuple[float, float]]] = {
    "accelerator_life": (0.5, 50),
    "entry_elasticity": (0, 5),
    "exit_elasticity": (0, 5),
}
"""Assumptions of which model 2 allows less, with what model 1 allowed."""


def is_number(value: object) -> TypeGuard[float]:
    """Tell whether a value of a file is a number; JSON has true and false apart from them."""
    return isinstance(value, int | float) and not isinstance(value, bool)
