"""The model is complete and free of contradictions, and says so when it is not."""

from collections import Counter
from dataclasses import replace

import pytest

from planner.docstring import docstring
from planner.model import graph
from planner.model.assumptions.correlations import Correlation
from planner.model.check import check
from planner.model.counterfactual import reached
from planner.model.graph import model
from planner.model.inputs import dimension_of
from planner.model.language.equation import is_signed, stock
from planner.model.language.expression import ModelError, expression, index_of, text
from planner.quantities.units import Number, Share, unit_of
from tests.some import some


def a(b) -> Number:
    return b + 1


def b(a) -> Number:
    return a * 2


def c(nowhere) -> Number:
    return nowhere


@stock(start="one")
def level(level, rate) -> Number:
    return level * rate


def rate(level) -> Number:
    return 1 - level


def without_unit(x):
    return x


def with_two_steps(x) -> Number:
    y = x + 1
    return y * 2


def test_that_the_model_hangs_together() -> None:
    assert check(model()) == ()
    assert len(model().outcomes) >= 60
    assert len(model().equations) > 190


def test_that_an_unused_lever_is_found() -> None:
    equations = {n: e for n, e in model().equations.items() if n != "hopper_deliveries"}
    found = check(replace(model(), equations=equations, stocks=()))
    assert "no equation uses hopper_plan_share" in found


def test_that_an_equation_nobody_reads_is_found() -> None:
    outcomes = {k: o for k, o in model().outcomes.items() if k != "alibaba_payback"}
    assert check(replace(model(), outcomes=outcomes)) == (
        "nothing reads the equation alibaba_payback",
    )


def test_that_an_outcome_of_another_unit_or_index_is_found() -> None:
    wrong = replace(model().outcomes["rent"], unit="EFLOPS")
    found = check(replace(model(), outcomes={**model().outcomes, "rent": wrong}))
    assert "rent is in EFLOPS, rent in bn CNY/EFLOPS/yr" in found


def test_that_an_equation_without_a_sentence_is_found() -> None:
    silent = replace(model().equations["used"], function=a)
    found = check(replace(model(), equations={**model().equations, "used": silent}))
    assert "the equation used has no sentence" in found


def test_that_a_lever_beside_no_number_is_found() -> None:
    row = model().levers["center_sellable_target"]
    for beside in (("weather", ""), ("utilization", "beijing"), ("limit", "cloud")):
        levers = {**model().levers, row.key: replace(row, told_beside=beside)}
        found = check(replace(model(), levers=levers))
        assert any(each.startswith(f"{row.key} stands beside {beside[0]}") for each in found)


def test_that_more_prominent_levers_than_a_reader_takes_in_are_found() -> None:
    assert sum(lever.is_prominent for lever in model().levers.values()) == 12
    one_more = replace(model().levers["smuggled_imports"], is_prominent=True)
    found = check(replace(model(), levers={**model().levers, one_more.key: one_more}))
    assert "13 levers are prominent; at most 12 may be" in found


def test_that_equations_come_after_all_they_need() -> None:
    seen = set(model().inputs) | set(graph.CLOCK) | set(model().stocks)
    for equation in some(model().equations.values()):
        needs = {model().counterfactuals.get(need, need) for need in equation.needs}
        assert needs <= seen, equation.name
        seen.add(equation.name)


def test_that_a_circle_without_a_stock_is_refused() -> None:
    with pytest.raises(ModelError, match="circle"):
        graph._order({"a": a, "b": b}, frozenset())


def test_that_a_circle_through_a_stock_is_fine() -> None:
    assert graph._order({"level": level, "rate": rate}, frozenset({"one"})) == ("rate", "level")


def test_that_an_unknown_name_is_refused_by_name() -> None:
    with pytest.raises(ModelError, match="equation c needs nowhere"):
        graph._order({"c": c}, frozenset())


def test_that_areas_and_segments_do_not_meet_in_one_expression() -> None:
    with pytest.raises(ModelError, match="mixes areas and segments"):
        index_of(expression(_mixed), {"x": "area", "y": "segment"}, "_mixed")


def _mixed(x, y) -> Number:
    return x * y


def test_that_an_equation_without_a_unit_is_refused() -> None:
    with pytest.raises(TypeError, match="declares no unit"):
        unit_of(without_unit)


def test_that_an_equation_is_one_expression() -> None:
    with pytest.raises(ModelError, match="one returned expression"):
        expression(with_two_steps)
    assert text(b) == "a * 2"


def test_that_units_are_read_from_the_annotation() -> None:
    def half(x) -> Share:
        return x / 2

    assert unit_of(half) == "share"


def test_that_a_stock_says_whether_it_may_be_negative() -> None:
    assert not is_signed(level)
    assert is_signed(stock(start="one", signed=True)(balance))


def test_that_the_world_without_vouchers_may_not_rest_on_the_comparison_with_itself() -> None:
    enterprises = model().equations["enterprises"]
    circular = replace(enterprises, needs=(*enterprises.needs, "enterprises_without_vouchers"))
    with pytest.raises(ModelError, match="rests on itself: enterprises_without_vouchers"):
        reached(replace(model(), equations={**model().equations, "enterprises": circular}))


def balance(level) -> Number:
    return -level


def _correlated(*correlations: Correlation) -> tuple[str, ...]:
    return check(replace(model(), correlations=correlations))


def test_that_random_numbers_given_twice_or_retired_are_found() -> None:
    row = model().assumptions["crowd_in"]
    other = dimension_of(model().assumptions["supply_pull"])
    twice = {**model().assumptions, "crowd_in": replace(row, dimension=other)}
    assert check(replace(model(), assumptions=twice)) == (
        f"supply_pull has the dimension {other}, which is that of crowd_in",
    )
    retired = replace(model(), retired_dimensions={"bill": dimension_of(row)})
    assert check(retired) == (f"crowd_in has the dimension {row.dimension}, which is that of bill",)
    beyond = {**model().assumptions, "crowd_in": replace(row, dimension=128)}
    found = check(replace(model(), assumptions=beyond))
    assert found == ("crowd_in has the dimension 128; there are 0 to 127",)


def test_that_a_correlation_of_what_is_not_drawn_is_found() -> None:
    assert _correlated(Correlation("crowd_in", "happiness", 0.5)) == (
        "the correlation of crowd_in and happiness names an assumption that is not there",
    )
    assert _correlated(Correlation("crowd_in", "enterprises_2025.henan", 0.5)) == (
        (
            "the correlation of crowd_in and enterprises_2025.henan names an assumption that is "
            "not drawn"
        ),
    )


def test_that_a_correlation_twice_or_out_of_bounds_is_found() -> None:
    one, again = Correlation("crowd_in", "rent_2025", 0.5), Correlation("rent_2025", "crowd_in", 0)
    assert _correlated(one, again) == (
        "the correlation of rent_2025 and crowd_in stands there twice, or is one with itself",
    )
    assert _correlated(replace(one, rho=1)) == (
        "the correlation of crowd_in and rent_2025 is 1, not between -1 and 1",
    )


def test_that_every_variable_is_called_as_its_outcome_or_has_a_label_and_a_sentence_of_its_own():
    shown = {name for row in model().outcomes.values() for name in (row.whole, row.each)}
    for equation in some(model().equations.values()):
        assert bool(equation.label) != (equation.name in shown), equation.name
        assert equation.label[:1] == equation.label[:1].upper(), equation.label
        assert "_" not in equation.label
        assert docstring(equation.function).split(), equation.name


def test_that_no_two_variables_outcomes_or_inputs_have_one_label():
    called = [
        *(equation.label for equation in model().equations.values() if equation.label),
        *(row.label for row in model().inputs.values()),
        *{row.label for row in model().outcomes.values()},
    ]
    twice = {label for label, times in Counter(map(str.casefold, called)).items() if times > 1}
    assert twice <= {"legal chip imports", "smuggled chips"}, "a lever and what it leads to"
