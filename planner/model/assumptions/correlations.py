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
    Correlation("hardware_price_2025", "rent_2025", 0.4),
    Correlation("efficiency_imported", "efficiency_supernode", 0.5),
    Correlation("efficiency_imported", "efficiency_standalone", 0.3),
    Correlation("efficiency_supernode", "efficiency_standalone", 0.6),
)
"""Money, price and quantity of 2025 are known together; so is how well chips are used."""
