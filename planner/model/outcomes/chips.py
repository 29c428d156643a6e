"""Outcomes of the chips: orders, shortage, where they come from."""

from planner.model.outcome import Outcome
from planner.quantities.unit_table import TIMES_ON_OFFER

OUTCOMES = (
    Outcome(
        key="domestic_chip_share",
        label="Domestic share of chips",
        unit="share",
        group="chips",
        whole="domestic_chip_share",
        sense="share",
        most=1.0,
        doc="Share of the chips on offer that is made at home, by compute.",
    ),
    Outcome(
        key="domestic_card_share",
        label="Domestic share of cards",
        unit="share",
        group="chips",
        whole="domestic_card_share",
        sense="share",
        most=1.0,
        doc="Share of the cards on offer that is made at home, by number.",
    ),
    Outcome(
        key="chip_orders",
        label="Chip orders",
        unit="EFLOPS/yr",
        group="chips",
        whole="chip_orders",
        sense="flow",
        doc="Compute of the accelerators ordered per year.",
    ),
    Outcome(
        key="chip_shortage",
        label="Chip shortage",
        unit="1",
        told=TIMES_ON_OFFER,
        group="chips",
        whole="chip_shortage",
        sense="share",
        summary=("",),
        better="less",
        doc="Chips wanted at the normal price per chip on offer; above one, prices rise.",
    ),
    Outcome(
        key="imports_legal",
        label="Legal chip imports",
        unit="EFLOPS/yr",
        group="chips",
        whole="legal_supply",
        sense="flow",
        doc="Compute of accelerators on offer that are imported under license.",
    ),
    Outcome(
        key="imports_smuggled",
        label="Smuggled chips",
        unit="EFLOPS/yr",
        group="chips",
        whole="smuggled_supply",
        sense="flow",
        doc="Compute of accelerators on offer that are smuggled in.",
    ),
)
