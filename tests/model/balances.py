"""What must balance in every run: what comes in goes out or stays, and nothing exceeds its source.

Checked on traces of the interpreter, in full precision.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Final

import numpy as np

from planner.engine.clock import Clock
from planner.engine.interpret import Trace

STEP: Final = Clock().step
Flow = Callable[[Trace], np.ndarray]


@dataclass(frozen=True, slots=True)
class Balance:
    """Stocks that change by what comes and goes only; `names` are the variables of both flows."""

    stocks: tuple[str, ...]
    came: Flow
    went: Flow
    names: tuple[str, ...]


def whole(path: np.ndarray) -> np.ndarray:
    """Return the sum over segments or areas, [months, futures]."""
    return path.sum(axis=1) if path.ndim == 3 else path


BALANCES: Final[Mapping[str, Balance]] = {
    "chips": Balance(
        ("under_construction", "young", "middle", "old"),
        lambda path: path["chip_orders"] + path["hopper_deliveries"],
        lambda path: path["old"] / path["stage_time"][:, None],
        ("chip_orders", "hopper_deliveries", "stage_time"),
    ),
    "realized compute": Balance(
        ("effective_under_construction", "effective_capacity"),
        lambda path: (
            whole(path["sited_orders"]) * path["new_efficiency"]
            + path["hopper_deliveries"] * path["efficiency_imported"]
        ),
        lambda path: path["effective_capacity"] * path["retired_share"],
        (
            *("sited_orders", "new_efficiency", "hopper_deliveries"),
            *("efficiency_imported", "retired_share"),
        ),
    ),
    "power": Balance(
        ("power_under_construction", "fleet_power"),
        lambda path: (
            whole(path["sited_orders"]) * path["new_power"]
            + path["hopper_deliveries"] * path["imported_power"]
        ),
        lambda path: path["fleet_power"] * path["retired_share"],
        ("sited_orders", "new_power", "hopper_deliveries", "imported_power", "retired_share"),
    ),
    "money": Balance(
        ("order_backlog",),
        lambda path: path["accelerator_budget"],
        lambda path: path["accelerator_spend"] + path["lapse"],
        ("accelerator_budget", "accelerator_spend", "lapse"),
    ),
    "enterprises": Balance(
        ("enterprises",),
        lambda path: path["births"],
        lambda path: path["deaths"],
        ("births", "deaths"),
    ),
}

SOURCES: Final[Mapping[str, tuple[str, ...]]] = {
    "used": ("deliverable", "demand"),
    "deliverable": ("effective_capacity",),
    "effective_capacity": ("capacity",),
    "commissioning": ("ready",),
}
"""What is nowhere more than each of these."""

ELSE: Final = ("order_backlog", "accelerator_spend", "lapse", "commissioning", "power_room")

TRACED: Final = tuple(
    dict.fromkeys(
        (
            *(name for each in BALANCES.values() for name in (*each.stocks, *each.names)),
            *(name for part, sources in SOURCES.items() for name in (part, *sources)),
            *ELSE,
        )
    )
)


def gap(path: Trace, balance: Balance) -> float:
    """Return what is missing or too much in any month and future, against the largest flow."""
    stored = sum(whole(path[name]) for name in balance.stocks)
    came, went = whole(balance.came(path)), whole(balance.went(path))
    largest = max(np.abs(came).max(), np.abs(went).max()) * STEP
    assert largest > 0
    return float(np.abs(np.diff(stored, axis=0) - (came - went)[:-1] * STEP).max() / largest)


def exceeded(path: Trace, rounding: float = 1e-12) -> list[str]:
    """Return what is more than its source anywhere."""
    pairs = {
        f"{part} over {source}": (path[part], path[source])
        for part, sources in SOURCES.items()
        for source in sources
    }
    pairs["connected over room"] = whole(path["commissioning"]), path["power_room"]
    pairs["spent and lapsed over book"] = (
        (path["accelerator_spend"] + path["lapse"]) * STEP,
        path["order_backlog"],
    )
    return [
        name for name, (part, source) in pairs.items() if (part > source * (1 + rounding)).any()
    ]
