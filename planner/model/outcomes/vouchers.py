"""Outcomes of the vouchers: what is paid out, and what comes of it."""

from math import inf

from planner.model.outcome import Outcome

OUTCOMES = (
    Outcome(
        key="enterprises_added_by_vouchers",
        label="Enterprises added by vouchers",
        short="Added by vouchers",
        unit="firm",
        group="vouchers",
        whole="enterprises_added_total",
        each="enterprises_added",
        index="area",
        least=-inf,
        key_figure=True,
        summary=("",),
        doc="AI enterprises that exist because of vouchers: against the same futures without any.",
    ),
    Outcome(
        key="public_cost_per_added_enterprise",
        label="Public cost per added enterprise",
        short="Cost per added firm",
        unit="M CNY/firm",
        group="vouchers",
        whole="cost_per_added_total",
        each="cost_per_added",
        index="area",
        sense="price",
        key_figure=True,
        no_number="Unbounded where money was spent and less than one enterprise added, undefined "
        "where none was spent.",
        doc="Voucher money drawn so far per enterprise that vouchers added by then.",
    ),
    Outcome(
        key="voucher_spend",
        label="Voucher money drawn",
        short="Vouchers drawn",
        unit="M CNY/yr",
        group="vouchers",
        whole="drawn_total",
        each="drawn",
        index="area",
        sense="flow",
        key_figure=True,
        summary=("",),
        doc="Voucher money drawn per year.",
    ),
    Outcome(
        key="voucher_spend_cumulative",
        label="Voucher money drawn so far",
        unit="M CNY",
        group="vouchers",
        whole="drawn_so_far_total",
        each="drawn_so_far",
        index="area",
        doc="Voucher money drawn since the start of 2025.",
    ),
    Outcome(
        key="voucher_budget_used",
        label="Voucher budget used",
        unit="share",
        group="vouchers",
        whole="budget_used_total",
        each="budget_used",
        index="area",
        sense="share",
        most=1.0,
        doc="Share of the voucher budget that is drawn; one means exhausted.",
    ),
)
