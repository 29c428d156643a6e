"""Which assumptions are drawn together: correlations of their normal scores.

Third floor of planner. Pairs that are not listed are independent. A correlation is one of ranks
rather than of values: it joins where two draws stand in their own ranges (a Gaussian copula).
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Correlation:
    """Two addresses of drawn assumptions, and their correlation between -1 and 1."""

    one: str
    other: str
    rho: float


CORRELATIONS: tuple[Correlation, ...] = (
    Correlation("hardware_price_2025", "server_share", 0.5),
    Correlation("hardware_price_2025", "other_compute_share", 0.4),
    Correlation("hardware_price_2025", "rent_2025", 0.4),
    Correlation("efficiency_imported", "efficiency_supernode", 0.5),
    Correlation("efficiency_imported", "efficiency_standalone", 0.3),
    Correlation("efficiency_supernode", "efficiency_standalone", 0.6),
    Correlation("platform_growth_2025", "sme_use_growth", 0.4),
    Correlation("platform_growth_2025", "other_capex_drift", 0.5),
    Correlation("platform_growth_2025", "alibaba_drift", 0.4),
    Correlation("other_capex_drift", "alibaba_drift", 0.5),
    Correlation("other_capex_drift", "platform_growth_settled", 0.3),
    Correlation("import_regime", "smuggled_scale", -0.3),
    Correlation("import_regime", "price_performance", 0.4),
    Correlation("import_regime", "domestic_realization", -0.3),
    Correlation("domestic_realization", "growth_limit", 0.5),
    Correlation("domestic_realization", "price_performance", 0.4),
    Correlation("domestic_realization", "domestic_supply_2025", 0.3),
    Correlation("stock_2025", "domestic_supply_2025", 0.2),
    Correlation("net_growth_beijing", "net_growth_other", 0.4),
    Correlation("revenue_growth_2025", "net_growth_other", 0.3),
)
"""Money, price and quantity of 2025 are known together, as are how well chips are used, how fast
use and the money for it grow, what rules let in and what is made at home, and growth of places."""
