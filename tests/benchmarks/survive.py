"""What the benchmark of studies times of worlds and of misses: three scenarios, 10,000 futures."""

from collections.abc import Callable

from planner.ensemble.many import Projector
from planner.ensemble.progress import to_the_end
from planner.ensemble.sample import draw
from planner.model.scenario import Scenario, lever_addresses, lever_default, with_lever
from planner.model.targets.target import Target
from planner.studies.answers.about import About
from planner.studies.discover.covering import covering
from planner.studies.discover.discovering import discovering
from planner.studies.survive.surviving import surviving

_MANY = 10_000
_TARGET = Target("used_compute", "at least", 3000.0, year=2030)


def worlds_of_three() -> Callable[[], object]:
    """Return three scenarios in six worlds, 1,000 futures each, whose pools are weighed before."""
    used, about = Projector(), About("enterprises", "", 2030)
    scenarios = _three()
    to_the_end(surviving(used, scenarios, about))
    return lambda: to_the_end(surviving(used, scenarios, about))


def misses_of_many() -> Callable[[], object]:
    """Return the run of 10,000 futures and their boxes, with draws at hand."""
    used, scenario = Projector(), Scenario(futures=_MANY)
    to_the_end(discovering(used, scenario, (_TARGET,)))
    return lambda: to_the_end(discovering(used, scenario, (_TARGET,)))


def boxes_of_many() -> Callable[[], object]:
    """Return the search for boxes alone: 10,000 futures, every assumption that is drawn."""
    used, scenario = Projector(), Scenario(futures=_MANY)
    run = used.project(scenario, (), targets=(_TARGET,))
    assert run.year_values is not None
    values = draw(scenario, _MANY).drawn[:, 1:]
    missed = run.year_values.values[_TARGET.outcome, ""][2030 - 2025] < _TARGET.level
    return lambda: to_the_end(covering(values, missed))


def _three() -> tuple[Scenario, ...]:
    vouchers = Scenario(title="Vouchers")
    for name in lever_addresses():
        if name.startswith("voucher_budget."):
            vouchers = with_lever(vouchers, name, 4 * lever_default(name))
    network = with_lever(Scenario(title="Network"), "network_build_time", 2.0)
    return vouchers, network, with_lever(Scenario(title="Money"), "alibaba_plan", 760.0)
