"""The outcomes people read: public keys, and which equations give them; third floor of planner.

The keys stand in files, CSV and the command line. An outcome repeats over areas or segments
(`each`), has a value for the whole (`whole`, written with an empty element), or both.
"""

from dataclasses import dataclass
from math import inf
from typing import Any, Literal

import numpy as np
from numpy.typing import NDArray

from planner.model.indices import ELEMENTS, Index

Sense = Literal["level", "share", "flow", "price"]

ROUNDING = 1e-6


@dataclass(frozen=True, slots=True)
class Outcome:
    """One public result: `each` and `whole` name the equations.

    `no_number` is a sentence: where a value is unbounded or undefined. Its law: a value lies
    between `least` and `most`, and is a finite number unless that sentence is there.
    """

    key: str
    label: str
    unit: str
    doc: str
    whole: str | None = None
    each: str | None = None
    index: Index | None = None
    sense: Sense = "level"
    no_number: str = ""
    least: float = 0.0
    most: float = inf

    @property
    def elements(self) -> tuple[str, ...]:
        """Elements it has values for: the whole first, as an empty element, then each part."""
        whole = ("",) if self.whole else ()
        return (*whole, *(ELEMENTS[self.index] if self.each else ()))

    @property
    def may_be_unbounded(self) -> bool:
        """Whether a value may be unbounded or undefined."""
        return bool(self.no_number)

    def keeps_law(self, values: NDArray[Any]) -> NDArray[np.bool_]:
        """Tell of each value whether it keeps the law, but for rounding."""
        above, below = values >= self.least - ROUNDING, values <= self.most + ROUNDING
        finite: NDArray[np.bool_] = np.isfinite(values)
        return (above & below & finite) | (~finite & self.may_be_unbounded)

    def variable(self, element: str) -> str:
        """Return the equation behind one element. Raises KeyError for an unknown element."""
        if element not in self.elements:
            raise KeyError(element)
        name = self.each if element else self.whole
        if name is None:
            raise KeyError(element)
        return name


OUTCOMES: tuple[Outcome, ...] = (
    Outcome(
        "enterprises",
        "AI enterprises",
        "firm",
        "AI enterprises in the seven areas.",
        "enterprises_total",
        "enterprises",
        "area",
    ),
    Outcome(
        "enterprises_added_by_vouchers",
        "Enterprises added by vouchers",
        "firm",
        "AI enterprises that exist because of vouchers: against the same futures without any.",
        "enterprises_added_total",
        "enterprises_added",
        "area",
        least=-inf,
    ),
    Outcome(
        "public_cost_per_added_enterprise",
        "Public cost per added enterprise",
        "M CNY/firm",
        "Voucher money drawn so far per enterprise that vouchers added by then.",
        "cost_per_added_total",
        "cost_per_added",
        "area",
        "price",
        "Unbounded where money was spent and less than one enterprise added, undefined where none "
        "was spent.",
    ),
    Outcome(
        "installed_compute",
        "Installed compute",
        "EFLOPS",
        "Nameplate FP16 compute in service.",
        "installed_total",
        "capacity",
        "segment",
    ),
    Outcome(
        "deliverable_compute",
        "Deliverable compute",
        "EFLOPS",
        "Compute that can be sold: installed, realized, and within the utilization ceiling.",
        "deliverable_total",
        "deliverable",
        "segment",
    ),
    Outcome(
        "used_compute",
        "Used compute",
        "EFLOPS",
        "Compute in use.",
        "used_total",
        "used",
        "segment",
    ),
    Outcome(
        "unmet_demand",
        "Unmet demand",
        "EFLOPS",
        "Compute that is asked for and not delivered.",
        "unmet_demand",
    ),
    Outcome(
        "utilization",
        "Utilization",
        "share",
        "Compute in use as a share of what is installed and realized.",
        "utilization_total",
        "utilization",
        "segment",
        "share",
        most=1.0,
    ),
    Outcome(
        "rent",
        "Compute rent",
        "bn CNY/EFLOPS/yr",
        "Yearly rent of compute before vouchers.",
        None,
        "rent",
        "segment",
        "price",
    ),
    Outcome(
        "sme_price",
        "Compute price after vouchers",
        "bn CNY/EFLOPS/yr",
        "Rent an enterprise pays after vouchers.",
        None,
        "sme_price",
        "area",
        "price",
    ),
    Outcome(
        "sme_compute_per_enterprise",
        "Compute per enterprise",
        "PFLOPS/firm",
        "Compute an AI enterprise gets.",
        None,
        "sme_compute_per_enterprise",
        "area",
    ),
    Outcome(
        "sme_compute_spend",
        "Enterprises' compute bill",
        "M CNY/yr",
        "Rent for the compute of AI enterprises, before vouchers.",
        "sme_compute_spend_total",
        "sme_compute_spend",
        "area",
        "flow",
    ),
    Outcome(
        "voucher_spend",
        "Voucher money drawn",
        "M CNY/yr",
        "Voucher money drawn per year.",
        "drawn_total",
        "drawn",
        "area",
        "flow",
    ),
    Outcome(
        "voucher_spend_cumulative",
        "Voucher money drawn so far",
        "M CNY",
        "Voucher money drawn since the start of 2025.",
        "drawn_so_far_total",
        "drawn_so_far",
        "area",
    ),
    Outcome(
        "voucher_budget_used",
        "Voucher budget used",
        "share",
        "Share of the voucher budget that is drawn; one means exhausted.",
        "budget_used_total",
        "budget_used",
        "area",
        "share",
        most=1.0,
    ),
    Outcome(
        "industry_output",
        "AI industry output",
        "bn CNY/yr",
        "Revenue of AI enterprises.",
        "industry_output_total",
        "industry_output",
        "area",
        "flow",
    ),
    Outcome(
        "domestic_chip_share",
        "Domestic share of chips",
        "share",
        "Share of the chips on offer that is made at home, by compute.",
        "domestic_chip_share",
        sense="share",
        most=1.0,
    ),
    Outcome(
        "chip_orders",
        "Chip orders",
        "EFLOPS/yr",
        "Compute of the accelerators ordered per year.",
        "chip_orders",
        sense="flow",
    ),
    Outcome(
        "chip_shortage",
        "Chip shortage",
        "1",
        "Chips wanted at the normal price per chip on offer; above one, prices rise.",
        "chip_shortage",
        sense="share",
    ),
    Outcome(
        "electricity",
        "Electricity",
        "TWh/yr",
        "Electricity the data centers take, cooling and losses included.",
        "electricity_total",
        "electricity",
        "segment",
        "flow",
    ),
    Outcome(
        "alibaba_capex",
        "Alibaba's capex",
        "bn CNY/yr",
        "Alibaba's investment in cloud and AI.",
        "alibaba_capex",
        sense="flow",
    ),
    Outcome(
        "alibaba_revenue",
        "Alibaba's compute revenue",
        "bn CNY/yr",
        "Rent Alibaba earns with its AI compute.",
        "alibaba_revenue",
        sense="flow",
    ),
    Outcome(
        "alibaba_payback",
        "Alibaba's payback time",
        "yr",
        "Years in which the present return pays what was invested since 2025.",
        "alibaba_payback",
        sense="price",
        no_number="Unbounded where there is no return, undefined before anything is invested.",
    ),
)
