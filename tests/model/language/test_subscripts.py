"""Functions that deal with an index mean the same to all who read the table of subscripts."""

import ast
import re
from inspect import isfunction

import numpy as np
import pytest

from planner.model.indices import AREAS, ELEMENTS, SEGMENTS, Index
from planner.model.language import functions
from planner.model.language.expression import ModelError, index_of
from planner.model.language.subscripts import SUBSCRIPTS
from planner.model.language.unrolled import Language
from tests.some import some

INDICES: dict[str, Index | None] = {"place": "area", "kind": "segment", "whole": None}
FUTURES = 3
VALUES = {
    "place": np.random.default_rng(1).uniform(1, 2, (len(AREAS), FUTURES)),
    "kind": np.random.default_rng(2).uniform(1, 2, (len(SEGMENTS), FUTURES)),
    "whole": np.random.default_rng(3).uniform(1, 2, FUTURES),
}
TEXTS = (
    "total(place)",
    "total(kind * whole)",
    "total(place / total(place) * whole)",
    "cloud(kind) / centers(kind)",
    "beijing(place) - henan(place * 2.0)",
    "in_shanghai(whole) + place",
    "total(in_beijing(whole) * place)",
    "in_centers(whole) * kind",
    "by_segment(whole, 0.5) * kind",
    "by_segment(1.0, 0.5)",
    "choose(place > total(place) / 7.0, choose(whole < 1.5, 1.0, 2.0), place)",
)
WRITTEN = {"choose": "({1} if {0} else {2})"}


def tree(text: str) -> ast.expr:
    return ast.parse(text, mode="eval").body


def test_that_every_function_of_the_table_can_be_called_and_is_described() -> None:
    for name in some(SUBSCRIPTS):
        function = vars(functions)[name]
        assert isfunction(function)
        assert function.__name__ == name
        assert function.__doc__


def test_that_every_place_and_segment_can_be_selected_and_placed_in() -> None:
    for index in ("area", "segment"):
        for element in some(ELEMENTS[index]):
            assert SUBSCRIPTS[element].role == "select"
            assert SUBSCRIPTS[f"in_{element}"].role == "place"


@pytest.mark.parametrize("text", TEXTS)
def test_that_an_equation_written_out_element_by_element_gives_what_it_gives_as_it_stands(
    text: str,
) -> None:
    index = index_of(tree(text), INDICES, "here")
    found = eval(text, {**vars(functions), **VALUES})  # noqa: S307 - our own texts
    for row, element in some(enumerate(ELEMENTS[index])):
        whole = np.broadcast_to(found if index is None else found[row], FUTURES)
        language = Language(lambda k, e: f"{k}_{e}" if INDICES[k] else k, WRITTEN, INDICES)
        written = language.text(tree(text), element)
        for future in range(FUTURES):
            numbers = {"whole": VALUES["whole"][future]}
            for name in ("place", "kind"):
                each = ELEMENTS[INDICES[name]]
                numbers |= {f"{name}_{e}": VALUES[name][n, future] for n, e in enumerate(each)}
            one = eval(written, {}, numbers)  # noqa: S307 - our own texts
            assert one == pytest.approx(whole[future], rel=1e-12)


def test_that_no_element_is_named_outside_the_tables_and_the_model_itself() -> None:
    """Engine, exports and checks read the table of subscripts; a new place touches none of them."""
    from pathlib import Path

    import planner

    root = Path(planner.__file__).parent
    sources = [*root.glob("engine/**/*.py"), *root.glob("files/**/*.py"), *root.glob("model/*.py")]
    own = {
        "indices.py",
        "functions.py",
        "subscripts.py",
        "outcomes.py",
        "carry_over.py",
        "rewrites.py",
        "stand_ins.py",
    }
    named = re.compile(rf"[\"'](in_)?({'|'.join((*AREAS, *SEGMENTS))}|by_segment)[\"']")
    assert len(sources) > 40
    for source in sources:
        if source.name not in own:
            assert not named.search(source.read_text("utf-8")), source


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("place * kind", "mixes areas and segments"),
        ("total(whole)", "neither per area nor per segment"),
        ("cloud(place)", "per area"),
        ("beijing(whole)", "neither per area nor per segment"),
        ("in_beijing(place)", "per area"),
        ("by_segment(kind, 1.0)", "per segment"),
    ],
)
def test_that_a_function_of_an_index_refuses_a_value_that_does_not_fit(
    text: str, said: str
) -> None:
    with pytest.raises(ModelError, match=said):
        index_of(tree(text), INDICES, "here")
