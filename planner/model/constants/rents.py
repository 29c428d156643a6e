"""Constants of rents: what compute must earn, and how rents answer to demand."""

from planner.model.inputs import Constant

CONSTANTS = (
    Constant(
        key="annuity",
        label="Yearly charge on equipment",
        unit="1/yr",
        sector="rents",
        evidence="J:annuity",
        doc="Yearly cost of capital and wear as a share of the price of equipment.",
    ),
    Constant(
        key="design_utilization",
        label="Utilization that covers cost",
        unit="share",
        sector="rents",
        evidence="J:design_utilization",
        doc="Utilization at which rent just covers the full cost of new compute.",
    ),
    Constant(
        key="reference_tightness",
        label="Balance of the market",
        unit="1",
        sector="rents",
        evidence="J:reference_tightness",
        doc="Demand per compute that can be sold at which rents neither rise nor fall.",
    ),
    Constant(
        key="least_tightness",
        label="Least tightness in rents",
        unit="1",
        sector="rents",
        evidence="J:least_tightness",
        doc="Demand per compute that can be sold below which rents fall no faster.",
    ),
    Constant(
        key="most_tightness",
        label="Most tightness in rents",
        unit="1",
        sector="rents",
        evidence="J:most_tightness",
        doc="Demand per compute that can be sold above which rents rise no faster.",
    ),
    Constant(
        key="rent_fall_share",
        label="Slower fall of rents",
        unit="share",
        sector="rents",
        evidence="J:rent_fall_share",
        doc="Speed of falling rents against that of rising ones.",
    ),
    Constant(
        key="rent_ceiling",
        label="Rent against cost that slows its rise",
        unit="1",
        sector="rents",
        evidence="J:rent_ceiling",
        doc="Multiple of the rent at which new compute pays, from which rents rise slower; they "
        "stop at twice as much.",
    ),
)
