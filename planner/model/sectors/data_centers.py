"""Data centers: compute installed in clouds and centers, and how much of it can be sold."""

from planner.model.equation import stock
from planner.model.functions import above_zero, by_segment, total
from planner.quantities.units import Eflops, EflopsPerYear, Share


def siting(center_share) -> Share:
    """Share of new compute that goes to each segment."""
    return by_segment(1 - center_share, center_share)


def hopper_siting(hopper_deliveries) -> EflopsPerYear:
    """The Hopper plan is for the centers only."""
    return by_segment(0 * hopper_deliveries, hopper_deliveries)


def capacity_start(cloud_capacity_2025, center_capacity_2025) -> Eflops:
    """Installed compute at the start of 2025."""
    return by_segment(cloud_capacity_2025, center_capacity_2025)


@stock(start="capacity_start")
def capacity(commissioning, siting, hopper_siting, capacity, accelerator_life) -> Eflops:
    """Installed compute: what enters service less what wears out."""
    return commissioning * siting + hopper_siting - capacity / accelerator_life


def fleet_efficiency_2025(
    imported_share_of_fleet_2025, efficiency_imported, efficiency_standalone
) -> Share:
    """Share of nameplate compute that the fleet of 2025 realizes."""
    return (
        imported_share_of_fleet_2025 * efficiency_imported
        + (1 - imported_share_of_fleet_2025) * efficiency_standalone
    )


def effective_capacity_start(capacity_start, fleet_efficiency_2025) -> Eflops:
    """Realized compute at the start of 2025."""
    return capacity_start * fleet_efficiency_2025


@stock(start="effective_capacity_start")
def effective_capacity(
    effective_commissioning,
    siting,
    hopper_siting,
    efficiency_imported,
    effective_capacity,
    accelerator_life,
) -> Eflops:
    """The part of installed compute that is realized; it comes and goes with its chips."""
    return (
        effective_commissioning * siting
        + hopper_siting * efficiency_imported
        - effective_capacity / accelerator_life
    )


def network_progress_start(center_share) -> Share:
    """Nothing of the national compute network is built at the start of 2025."""
    return 0 * center_share


@stock(start="network_progress_start")
def network_progress(network_progress, network_build_time) -> Share:
    """The national compute network is built, fast at first and slower towards its end."""
    return (1 - network_progress) / network_build_time


def center_ceiling(center_utilization_2025, center_utilization_target, network_progress) -> Share:
    """Share of their compute the centers can sell; it rises to the target with the network."""
    return (
        center_utilization_2025
        + above_zero(center_utilization_target - center_utilization_2025) * network_progress
    )


def ceiling(cloud_utilization_ceiling, center_ceiling) -> Share:
    """Share of their compute that each segment can sell."""
    return by_segment(cloud_utilization_ceiling, center_ceiling)


def network_reach(network_reach_start, network_reach_gain, network_progress) -> Share:
    """Share of excess cloud demand that can move to the centers."""
    return network_reach_start + network_reach_gain * network_progress


def deliverable(effective_capacity, ceiling) -> Eflops:
    """Compute that can be sold: installed, realized, and within the ceiling."""
    return effective_capacity * ceiling


def installed_total(capacity) -> Eflops:
    """Installed compute of the country."""
    return total(capacity)


def effective_total(effective_capacity) -> Eflops:
    """Realized part of the country's installed compute."""
    return total(effective_capacity)


def deliverable_total(deliverable) -> Eflops:
    """Compute the country can sell."""
    return total(deliverable)
