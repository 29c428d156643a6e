"""Data centers: compute built, connected, worn out, and how much of it can be sold.

Compute under construction carries what it will realize, the power it will take and whose it is
along with it. Installed compute ages in three stages, so that it wears out around its life and
not from the first day on.
"""

from planner.model.language.equation import label, stock
from planner.model.language.functions import by_segment, centers, larger, relax, total
from planner.quantities.units import (
    Accelerators,
    BillionCnyPerYear,
    Efficiency,
    Eflops,
    EflopsPerYear,
    Megawatts,
    MegawattsPerYear,
    PerYear,
    Realized,
    RealizedPerYear,
    Share,
    Years,
)


@label("Completion rate of construction")
def drain(construction_time, step) -> PerYear:
    """Yearly rate at which compute under construction is finished."""
    return relax(construction_time, step)


@label("Share of orders finished within the month")
def through(drain, construction_time) -> Share:
    """Share of a step's orders that is finished within the step."""
    return 1 - drain * construction_time


@label("Chip orders by segment")
def sited_orders(chip_orders, siting) -> EflopsPerYear:
    """Chips ordered for each segment."""
    return chip_orders * siting


@label("Finished compute waiting for power")
def ready(under_construction, drain, sited_orders, through) -> EflopsPerYear:
    """Compute that is finished and waits for its connection to the grid."""
    return under_construction * drain + sited_orders * through


@label("Compute that new power connections can feed")
def power_room(
    power_connections, megawatt_per_gigawatt, pue, fleet_power, retired_share, new_power
) -> EflopsPerYear:
    """Compute that new connections, and those of retired hardware, can feed."""
    return (
        power_connections * megawatt_per_gigawatt / pue + total(fleet_power * retired_share)
    ) / new_power


@label("Share of finished compute that finds power")
def power_allowance(power_room, ready) -> Share:
    """Share of the finished compute that finds power."""
    return power_room / larger(power_room, total(ready))


@label("Compute entering service")
def commissioning(power_allowance, ready) -> EflopsPerYear:
    """Compute enters service when it is finished and finds power."""
    return power_allowance * ready


@label("Realized compute entering service")
def effective_commissioning(
    power_allowance, effective_under_construction, drain, sited_orders, through, new_efficiency
) -> RealizedPerYear:
    """Realized compute enters service with the chips it belongs to."""
    return power_allowance * (
        effective_under_construction * drain + sited_orders * through * new_efficiency
    )


@label("Power of compute entering service")
def power_commissioning(
    power_allowance, power_under_construction, drain, sited_orders, through, new_power
) -> MegawattsPerYear:
    """Power demand enters service with the chips it belongs to."""
    return power_allowance * (power_under_construction * drain + sited_orders * through * new_power)


@label("Compute under construction at the start")
def under_construction_start(
    commissioning_2025, construction_time, center_commissioning_share_2025
) -> Eflops:
    """At the start, as much is being built as yields the commissioning of 2025."""
    return (
        commissioning_2025
        * construction_time
        * by_segment(1 - center_commissioning_share_2025, center_commissioning_share_2025)
    )


@label("Compute under construction")
@stock(start="under_construction_start")
def under_construction(sited_orders, commissioning) -> Eflops:
    """Compute that is ordered and not in service yet."""
    return sited_orders - commissioning


@label("Realized compute under construction at the start")
def effective_under_construction_start(under_construction_start, fleet_efficiency_2025) -> Realized:
    """What is being built at the start realizes as much as the fleet of that time."""
    return under_construction_start * fleet_efficiency_2025


@label("Realized compute under construction")
@stock(start="effective_under_construction_start")
def effective_under_construction(sited_orders, new_efficiency, effective_commissioning) -> Realized:
    """The part of the compute under construction that will be realized."""
    return sited_orders * new_efficiency - effective_commissioning


@label("Power of compute under construction at the start")
def power_under_construction_start(under_construction_start, power_2025) -> Megawatts:
    """Power of what is being built at the start."""
    return under_construction_start * power_2025


@label("Power of compute under construction")
@stock(start="power_under_construction_start")
def power_under_construction(sited_orders, new_power, power_commissioning) -> Megawatts:
    """Power that the compute under construction will take."""
    return sited_orders * new_power - power_commissioning


@label("Time in each third of accelerator life")
def stage_time(accelerator_life) -> Years:
    """Mean time accelerators spend in each of the three stages of their life."""
    return accelerator_life / 3


@label("Installed compute at the start")
def capacity_2025(stock_2025, center_split_2025) -> Eflops:
    """Installed compute at the start of 2025."""
    return stock_2025 * by_segment(1 - center_split_2025, center_split_2025)


@label("Compute in the first third of its life at the start")
def young_start(capacity_2025, young_share_2025) -> Eflops:
    """The youngest third of life at the start of 2025."""
    return capacity_2025 * young_share_2025


@label("Compute in the first third of its life")
@stock(start="young_start")
def young(commissioning, hopper_siting, young, stage_time) -> Eflops:
    """Compute in the first third of its life."""
    return commissioning + hopper_siting - young / stage_time


@label("Compute in the middle third of its life at the start")
def middle_start(capacity_2025, middle_share_2025) -> Eflops:
    """The middle third of life at the start of 2025."""
    return capacity_2025 * middle_share_2025


@label("Compute in the middle third of its life")
@stock(start="middle_start")
def middle(young, middle, stage_time) -> Eflops:
    """Compute in the second third of its life."""
    return (young - middle) / stage_time


@label("Compute in the last third of its life at the start")
def old_start(capacity_2025, young_start, middle_start) -> Eflops:
    """The last third of life at the start of 2025."""
    return capacity_2025 - young_start - middle_start


@label("Compute in the last third of its life")
@stock(start="old_start")
def old(middle, old, stage_time) -> Eflops:
    """Compute in the last third of its life."""
    return (middle - old) / stage_time


def capacity(young, middle, old) -> Eflops:
    """Installed compute of all ages."""
    return young + middle + old


@label("Yearly retirement rate of compute")
def retired_share(old, stage_time, capacity) -> PerYear:
    """Share of installed compute that is taken out of service in a year."""
    return old / stage_time / capacity


@label("Realized share of the fleet in 2025")
def fleet_efficiency_2025(
    imported_share_of_fleet_2025, efficiency_imported, efficiency_standalone
) -> Efficiency:
    """Compute that the fleet of 2025 realizes per nameplate compute."""
    return (
        imported_share_of_fleet_2025 * efficiency_imported
        + (1 - imported_share_of_fleet_2025) * efficiency_standalone
    )


@label("Realized compute at the start")
def effective_capacity_start(capacity_2025, fleet_efficiency_2025) -> Realized:
    """Realized compute at the start of 2025."""
    return capacity_2025 * fleet_efficiency_2025


@stock(start="effective_capacity_start")
def effective_capacity(
    effective_commissioning, hopper_siting, efficiency_imported, effective_capacity, retired_share
) -> Realized:
    """The part of installed compute that is realized; what retires realizes the fleet's average.

    Chains of their own by age would change no outcome by more than 0.15%.
    """
    return (
        effective_commissioning
        + hopper_siting * efficiency_imported
        - effective_capacity * retired_share
    )


@label("Realized share of the fleet")
def fleet_efficiency(effective_capacity, capacity) -> Efficiency:
    """Compute that the fleet realizes per nameplate compute."""
    return effective_capacity / capacity


@label("National compute network at the start")
def network_start() -> Share:
    """Nothing of the national compute network is built at the start of 2025."""
    return 0.0


@label("Progress on standards and planning of the national compute network")
@stock(start="network_start")
def network_work(network_work, network_build_time, step) -> Share:
    """Standards and planning of the national compute network."""
    return (1 - network_work) * relax(network_build_time / 2, step)


@label("National compute network built")
@stock(start="network_start")
def network_progress(network_work, network_progress, network_build_time, step) -> Share:
    """The part of the national compute network that stands; it follows the work on it."""
    return (network_work - network_progress) * relax(network_build_time / 2, step)


def center_sellable(sellable_2025, center_sellable_target, network_progress) -> Share:
    """Share of their compute the centers can sell; it moves to the target with the network."""
    return sellable_2025 + (center_sellable_target - sellable_2025) * network_progress


def deliverable(effective_capacity, cloud_ceiling, center_sellable) -> Realized:
    """Compute that can be sold: installed, realized, and within the ceiling of its segment."""
    return effective_capacity * by_segment(cloud_ceiling, center_sellable)


def installed_total(capacity) -> Eflops:
    """Installed compute of the country."""
    return total(capacity)


def owned_compute(capacity, under_construction) -> Eflops:
    """Compute installed or under construction."""
    return total(capacity + under_construction)


def h100_equivalents(installed_total, h100_compute) -> Accelerators:
    """Number of H100 accelerators with the nameplate compute that is installed."""
    return installed_total / h100_compute


def effective_total(effective_capacity) -> Realized:
    """Realized part of the country's installed compute."""
    return total(effective_capacity)


def deliverable_total(deliverable) -> Realized:
    """Compute the country can sell."""
    return total(deliverable)


def idle_compute(effective_capacity, used) -> Realized:
    """Realized compute that nobody uses, in each segment."""
    return effective_capacity - used


def idle_compute_total(idle_compute) -> Realized:
    """Realized compute of the country that nobody uses."""
    return total(idle_compute)


def idle_value(idle_compute, fleet_efficiency, full_cost) -> BillionCnyPerYear:
    """Full yearly cost of the compute that nobody uses, in each segment."""
    return idle_compute / fleet_efficiency * full_cost


def idle_value_total(idle_value) -> BillionCnyPerYear:
    """Full yearly cost of the country's compute that nobody uses."""
    return total(idle_value)


def stranded_centers(capacity, coverage, stranding_coverage) -> Eflops:
    """Compute of centers whose rent does not pay what they cost to run."""
    return centers(capacity) / (
        1 + (centers(coverage) / stranding_coverage) * (centers(coverage) / stranding_coverage)
    )
