"""The model for the EMA Workbench: uncertainties, levers and outcomes, run many at once.

    model = suanli.ema.model("baseline", levers=["voucher_budget.chengdu"])
    with suanli.ema.Evaluator(model) as evaluator:
        experiments, outcomes = evaluator.perform_experiments(scenarios=1000, policies=4)

Uncertainties are the drawn assumptions between low and high, which the workbench samples as it is
told to. With its own evaluators the model runs one experiment at a time; `Evaluator` runs all
scenarios of a policy at once. The extra `ema` installs the workbench.
"""

import warnings
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any, Final

import numpy as np

from planner.ensemble.draws.drawn import drawn_assumptions
from planner.ensemble.given import given_futures
from planner.model.graph import model as graph
from planner.model.lever_settings import with_lever_moved
from planner.model.scenario import Scenario as Value
from planner.model.scenario import assumption_spread, lever_at
from planner.studies.answers.about import About
from suanli.driving import driven, projector
from suanli.errors import one_sentence
from suanli.scenarios import AnyScenario, value_of
from suanli.typed import YEAR, about_of, some_texts_of, texts_of

with warnings.catch_warnings():
    warnings.simplefilter("ignore", UserWarning)  # it warns of what else could be installed
    try:
        from ema_workbench import Model, RealParameter, ScalarOutcome
        from ema_workbench.em_framework.evaluators import BaseEvaluator
        from ema_workbench.em_framework.points import experiment_generator
    except ImportError as error:
        raise ImportError(
            'suanli.ema needs the EMA Workbench: pip install "suanli[ema]"'
        ) from error

Point = Mapping[str, float]
USUAL: Final = ("enterprises", "used_compute")


class SuanliModel(Model):
    """A scenario as a model of the workbench; made by `model`."""

    def __init__(self, value: Value, abouts: Sequence[About]) -> None:
        super().__init__("suanli", function=self._run_one)
        self.value, self.abouts = value, tuple(abouts)

    def run_all(self, policy: Point, scenarios: Sequence[Point]) -> dict[str, Any]:
        """Return each outcome by name, float64[scenarios], under the levers of a policy.

        Undefined where a scenario breaks a law of the model. Raises Error for a lever out of range.
        """
        value = self.value
        projector()  # a process of the workbench's own pool has compiled nothing yet
        with one_sentence():
            for name in _names_in(self.levers, policy):
                value = with_lever_moved(value, name, float(policy[name]))
            names = _names_in(self.uncertainties, scenarios[0])
            drawn = np.array([[each[name] for each in scenarios] for name in names], np.float64)
            drawn = drawn.reshape(len(names), len(scenarios))
            requests = [about.request() for about in self.abouts]
            found = driven(given_futures(value, names, drawn, requests), None, None)
        year = self.abouts[0].month // 12
        return {name_of(about): row[year] for about, row in zip(self.abouts, found, strict=True)}

    def _run_one(self, **inputs: float) -> dict[str, float]:
        found = self.run_all(inputs, [inputs])
        return {name: float(values[0]) for name, values in found.items()}


class Evaluator(BaseEvaluator):
    """Runs all scenarios of a policy at once; otherwise like the workbench's own evaluators."""

    def initialize(self) -> None:
        """Do nothing: no process is started."""

    def finalize(self) -> None:
        """Do nothing: no process is ended."""

    def evaluate_experiments(
        self,
        scenarios: Iterable[Any],
        policies: Iterable[Any],
        callback: Callable[[Any, dict[str, Any]], object],
        combine: str = "factorial",
        **_given: object,
    ) -> None:
        """Run the experiments and hand each with its outcomes to the callback."""
        models = {each.name: each for each in self._msis}
        together: dict[tuple[str, str], list[Any]] = defaultdict(list)
        for each in experiment_generator(scenarios, self._msis, policies, combine=combine):
            together[each.model_name, each.policy.name].append(each)
        for (name, _), experiments in together.items():
            points = [each.scenario for each in experiments]
            found = models[name].run_all(experiments[0].policy, points)
            for place, experiment in enumerate(experiments):
                callback(experiment, {key: values[place] for key, values in found.items()})


def model(
    scenario: AnyScenario = "baseline",
    *,
    levers: str | Sequence[str] = (),
    outcomes: str | Sequence[str] = USUAL,
    year: int = YEAR,
) -> SuanliModel:
    """Return a scenario as a model of the workbench.

    Uncertainties are its drawn assumptions, between low and high; `levers` those named, such as
    "voucher_budget.chengdu", within the ranges of their sliders; `outcomes` are taken in December
    of a year, and better as they say of themselves. Numbers are in the units that `suanli.levers`,
    `assumptions` and `outcomes` tell. Raises Error for what there is not.

    >>> import suanli.ema
    >>> model = suanli.ema.model("baseline", levers="center_sellable_target")
    >>> [each.name for each in model.levers], [each.name for each in model.outcomes]
    (['center_sellable_target'], ['enterprises', 'used_compute'])
    """
    value = value_of(scenario)
    with one_sentence():
        abouts = [about_of(each, year, value) for each in some_texts_of(outcomes, "outcomes")]
        rows = {name: lever_at(name)[0] for name in texts_of(levers, "levers")}
        made = SuanliModel(value, abouts)
    made.uncertainties = [_uncertainty(value, name) for name in drawn_assumptions(value)]
    made.levers = [RealParameter(name, row.low, row.high) for name, row in rows.items()]
    made.outcomes = [_outcome(each) for each in abouts]
    return made


def name_of(about: About) -> str:
    """Return what an outcome is called in the workbench: its key, or key and element."""
    return f"{about.outcome}.{about.element}" if about.element else about.outcome


def _names_in(parameters: Iterable[Any], point: Point) -> list[str]:
    """Return the names of parameters that a point has a value of, in their order."""
    return [each.name for each in parameters if each.name in point]


def _uncertainty(value: Value, name: str) -> RealParameter:
    spread = assumption_spread(value, name)
    return RealParameter(name, spread.low, spread.high)


def _outcome(about: About) -> ScalarOutcome:
    better = graph().outcomes[about.outcome].better
    kind = ScalarOutcome.MAXIMIZE if better == "more" else ScalarOutcome.MINIMIZE
    return ScalarOutcome(name_of(about), kind=kind)
