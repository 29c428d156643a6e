"""What each system of the four articles does in the model: a command and what it moves."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from planner.ensemble.projection import Projection, Request, View
from planner.files.reference.markdown import table
from planner.model.indices import split_address
from planner.model.scenario import Scenario
from planner.quantities.shown import with_unit
from planner.quantities.unit_table import PERCENT
from ui.terminal.projecting import projector
from ui.terminal.reading.changes import with_changes
from ui.terminal.tables.figures import label_of, median_at, written
from ui.wording.numbers import ENGLISH_NUMERALS, signed

_P10, _P90 = 0, 4


@dataclass(frozen=True, slots=True)
class System:
    """A system, the changes that ask for it, and what to look at: outcome, element and year.

    Without changes the outcomes themselves are told, else by how many percent they move.
    """

    name: str
    changes: str
    looks: tuple[str, ...]


SYSTEMS: Final = (
    System(
        "Vouchers of all places, gone",
        "voucher_budget=0",
        ("enterprises/2030", "used_compute/2028"),
    ),
    System(
        "Shanghai's vouchers, gone",
        "voucher_budget.shanghai=0",
        ("enterprises.shanghai/2030", "enterprises.beijing/2030"),
    ),
    System(
        "5 bn CNY of vouchers a year in every place",
        "voucher_budget=5000",
        ("enterprises/2030", "installed_compute/2035"),
    ),
    System(
        "Shanghai's rate from 80 to 30%",
        "subsidy_rate.shanghai=0.3",
        ("enterprises.shanghai/2030", "voucher_spend.shanghai/2027"),
    ),
    System("Data vouchers tenfold", "data_voucher_budget=1000", ("industry_output.shanghai/2030",)),
    System(
        "Chengdu's vouchers for institutes alone",
        "institute_share.chengdu=1",
        ("enterprises.chengdu/2030",),
    ),
    System(
        "Idle centers can sell 80%",
        "center_sellable_target=0.8",
        ("used_compute/2030", "utilization.centers/2030", "enterprises/2030"),
    ),
    System(
        "The network in one year",
        "network_build_time=1",
        ("used_compute/2028", "used_compute/2035"),
    ),
    System(
        "East data, west compute: all new compute in centers",
        "center_share=1",
        ("used_compute/2030", "rent.cloud/2030"),
    ),
    System(
        "Alibaba's plan doubled",
        "alibaba_plan=760",
        ("installed_compute/2028", "rent.cloud/2028", "enterprises/2030"),
    ),
    System("Alibaba spends nothing after its plan", "alibaba_later=0", ("installed_compute/2035",)),
    System("Alibaba's AI revenue", "", ("alibaba_ai_revenue/2025", "alibaba_ai_revenue/2026")),
    System(
        "Beijing's enterprises and industry",
        "",
        ("enterprises.beijing/2025", "industry_output.beijing/2025"),
    ),
    System(
        "Beijing's listed companies, unicorns and filed models",
        "",
        ("listed/2025", "unicorns/2025", "filed_models/2025"),
    ),
    System(
        "Beijing's fund as printed, 20 bn CNY a year",
        "local_fund.beijing=20000",
        ("enterprises.beijing/2030", "financing/2030"),
    ),
    System(
        "Shandong's extra billion, gone", "local_fund.shandong=0", ("enterprises.shandong/2030",)
    ),
    System(
        "Chip limits: no legal imports",
        "legal_imports=0",
        ("installed_compute/2028", "chip_price/2028"),
    ),
    System(
        "The alliance of models and chips closes the gap",
        "software_ecosystem=2025:0,2030:1",
        ("deliverable_compute/2030", "enterprises/2030"),
    ),
    System(
        "All new domestic chips in supernodes",
        "supernode_share=1",
        ("used_compute/2030", "facility_power/2030"),
    ),
    System(
        "The 115,000 Hoppers arrive",
        "hopper_plan_share=1",
        ("installed_compute/2026", "enterprises/2030"),
    ),
    System(
        "The SME committee: use grows by 10% a year more",
        "sme_adoption_push=0.1",
        ("enterprises/2030",),
    ),
    System(
        "Glasses, digital humans, 3D worlds in 2026 to 2028",
        "consumer_ai_growth=2025:0,2026:0.2,2029:0",
        ("ai_capex/2030", "enterprises/2030"),
    ),
)


def systems(_asked: str) -> str:
    """Return a row per system: its command, and what it moves in the median and in 80%."""
    return table(("", "`suanli run baseline` ...", "Moves"), map(_row, SYSTEMS))


def _row(system: System) -> tuple[str, str, str]:
    changes = system.changes.split()
    scenario = with_changes(Scenario(), changes)
    looks = [(*look.split("/"),) for look in system.looks]
    view: View = "percent" if changes else "absolute"
    requests = [Request(*split_address(address), view) for address, _ in looks]
    run = projector().project(scenario, requests)
    told = (
        _told(run, request, f"{year}-12")
        for request, (_, year) in zip(requests, looks, strict=True)
    )
    command = f"`--set {system.changes}`" if changes else ""
    return system.name, command, "; ".join(told)


def _told(run: Projection, request: Request, month: str) -> str:
    bands = run.series[request].bands
    if bands is None:
        raise ValueError("the run has no futures")
    place = (int(month[:4]) - 2025) * 12 + int(month[5:]) - 1
    values = (median_at(run, request, month), *(float(bands[part, place]) for part in (_P10, _P90)))
    median, low, high = _texts(request, values)
    name = label_of(request.outcome, request.element)
    if request.view == "percent":
        name = name.rsplit(" (", 1)[0]
    return f"{name} in {month}: {median} ({low} to {high})"


def _texts(request: Request, values: tuple[float, ...]) -> Iterator[str]:
    for value in values:
        if request.view == "absolute":
            yield written(request.outcome, value)
        else:
            yield with_unit(signed(value, ENGLISH_NUMERALS), PERCENT)
