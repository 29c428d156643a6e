"""Dead-code elimination and loop fusion keep what is wanted, in an order that can be computed.

Assignments are random: each rests on any of those before it, in the nation or in areas.
"""

import ast
from collections.abc import Iterable, Sequence

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from planner.engine.kernel.passes.dead_code import independent, live
from planner.engine.kernel.passes.definition import Assignment
from planner.engine.kernel.passes.loop_fusion import Loops, fused, names_of
from planner.model.indices import ELEMENTS, Index
from planner.model.language.expression import index_of, names
from tests.some import some

GIVEN = ("given", "given_of_area")


@st.composite
def programs(draw: st.DrawFn) -> tuple[Assignment, ...]:
    """Return some assignments in an order in which they can be computed."""
    indices: dict[str, Index | None] = {"given": None, "given_of_area": "area"}
    made: list[Assignment] = []
    for number in range(draw(st.integers(1, 12))):
        terms = []
        to_nation = draw(st.booleans())
        for name in draw(st.lists(st.sampled_from(list(indices)), min_size=1, max_size=3)):
            is_summed = to_nation and indices[name] == "area"
            terms.append(f"total({name})" if is_summed else name)
        value = ast.parse(" - 0.5 * ".join(terms), mode="eval").body
        name = f"made_{number}"
        indices[name] = index_of(value, indices, name)
        made.append(Assignment(name, indices[name], value))
    return tuple(made)


def computed(assignments: Iterable[Assignment]) -> dict[str, np.ndarray]:
    """Return the value of each, computed in order."""
    values = {"given": np.array(0.7), "given_of_area": np.linspace(1, 2, len(ELEMENTS["area"]))}
    for one in assignments:
        scope = {**values, "total": np.sum}
        values[one.name] = eval(ast.unparse(one.value), scope)  # noqa: S307 - our own
    return values


def in_loops(loops: Loops) -> Sequence[Assignment]:
    return [one for loop in loops for one in loop.assignments]


@given(programs())
def test_that_fused_loops_compute_the_same_in_an_order_that_can_be_computed(
    program: tuple[Assignment, ...],
) -> None:
    loops = fused(program, frozenset(GIVEN))
    assert sorted(names_of(program)) == sorted(one.name for one in in_loops(loops))
    expected = computed(program)
    for name, value in computed(in_loops(loops)).items():
        np.testing.assert_array_equal(value, expected[name])


@given(programs())
def test_that_no_loop_mixes_places_and_none_sums_over_areas_it_computes(
    program: tuple[Assignment, ...],
) -> None:
    loops = fused(program, frozenset(GIVEN))
    for loop, following in some(zip(loops, (*loops[1:], None), strict=True)):
        assert {one.place for one in loop.assignments} == {loop.place}
        assert following is None or following.place != loop.place


@given(programs(), st.data())
def test_that_what_is_wanted_survives_without_the_dead_code(
    program: tuple[Assignment, ...], data: st.DataObject
) -> None:
    wanted = data.draw(st.sets(st.sampled_from(sorted(names_of(program)))))
    kept = live(program, wanted)
    values, expected = computed(kept), computed(program)
    for name in wanted:
        np.testing.assert_array_equal(values[name], expected[name])
    read = {need for one in kept for need in names(one.value)}
    assert names_of(kept) <= wanted | read


@given(programs())
def test_that_what_is_known_is_not_computed_again(program: tuple[Assignment, ...]) -> None:
    last = program[-1].name
    known = names_of(program[: len(program) // 2])
    kept = live(program, [last], known)
    assert not names_of(kept) & known
    assert live(program, [last], names_of(program)) == []


@given(programs())
def test_that_independent_groups_read_nothing_of_each_other(
    program: tuple[Assignment, ...],
) -> None:
    groups = independent(program)
    assert sorted(one.name for group in groups for one in group) == sorted(names_of(program))
    for group in groups:
        others = names_of(program) - names_of(group)
        assert not any(names(one.value) & others for one in group)
        computed(group)
