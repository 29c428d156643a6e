"""The drag benchmark moves a real slider, paints, and holds every part against both floors."""

import json

import pytest

from tests.benchmarks import asking, drag
from tests.benchmarks.drag import Case


@pytest.fixture
def few_moves(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(drag, "MOVES", 4)
    monkeypatch.setattr(drag, "WARM_MOVES", 2)
    monkeypatch.setattr(drag, "ROUNDS", 4)
    monkeypatch.setattr(drag, "TURNS", 1)
    monkeypatch.setattr(asking, "WARM_MOVES", 2)
    monkeypatch.setattr(asking, "BLOCKS", 2)
    monkeypatch.setattr(asking, "BLOCK", asking.SETTLING + 3)


def _rows(capsys: pytest.CaptureFixture[str]) -> dict[str, dict[str, float]]:
    rows = json.loads(capsys.readouterr().out)["figures"]
    return {row["name"]: row for row in rows}


def test_that_a_drag_beside_others_is_held_against_both_floors(
    qtbot, few_moves, monkeypatch, capsys
):
    monkeypatch.setattr(drag, "CASES", (Case("four", 255, 3),))
    assert drag.main(json=True) == 0
    rows = _rows(capsys)
    moved = rows["four: move to painted"]
    bare = rows["four: same strokes, bare painters"]
    empty = rows["four: empty repaint of charts and cards"]
    assert moved["runs"] == 4
    assert moved["ratio"] == pytest.approx(moved["median_ms"] / bare["median_ms"])
    assert moved["ratio_to_empty"] == pytest.approx(moved["median_ms"] / empty["median_ms"])
    assert bare["ratio"] is None
    assert empty["ratio_to_empty"] is None
    assert all(row["median_ms"] > 0 for row in rows.values())
    plain, planned = (rows[f"in turn: {case.name}"] for case in (drag.PLAIN, drag.PLANNED))
    assert planned["runs"] == plain["runs"] == 4
    assert planned["ratio"] == pytest.approx(planned["median_ms"] / plain["median_ms"])


def test_that_the_window_says_how_many_futures_it_draws(qtbot, few_moves, monkeypatch, capsys):
    monkeypatch.setattr(drag, "CASES", (Case("as the window does it", None),))
    assert drag.main(json=False) == 0
    printed = capsys.readouterr().out
    assert "futures: move to painted" in printed
    assert "ratio to an empty repaint" in printed
    assert "ratio of the 95th percentiles: " in printed
