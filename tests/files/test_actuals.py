"""A user's own points: read from a CSV, or refused in one sentence that names the row."""

import pytest

from planner.facts.record import EvidenceError
from planner.files.actuals import POINTS_AT_MOST, actual_points
from planner.storage.sentences.file_error import FileError

HEAD = "outcome,start,central,unit"
ROW = "installed_compute,2026.5,2000,EFLOPS"


@pytest.fixture
def written(tmp_path):
    def write(*rows, head=HEAD):
        path = tmp_path / "mine.csv"
        path.write_text("\n".join((head, *rows)) + "\n", "utf-8")
        return path

    return write


def _fault(path, taken=()):
    with pytest.raises(EvidenceError) as refused:
        actual_points(path, "corroborated", taken)
    return str(refused.value)


def test_that_a_point_of_four_columns_is_taken(written):
    (point,) = actual_points(written(ROW), "corroborated", ())
    assert (point.outcome, point.start, point.central) == ("installed_compute", 2026.5, 2000)
    assert point.set == "scored"


@pytest.mark.parametrize(
    ("row", "said"),
    [
        ("installed_computer,2026.5,2000,EFLOPS", "did you mean installed_compute"),
        ("nothing_like_it_at_all,2026.5,2000,EFLOPS", "`suanli reference` lists them"),
        ("installed_compute,2026.5,2000,bn CNY", "is in EFLOPS, not in"),
    ],
)
def test_that_what_the_model_cannot_be_held_against_is_named_with_its_row(written, row, said):
    fault = _fault(written(ROW, row))
    assert "mine.csv: row 3: " in fault
    assert said in fault


def test_that_an_id_of_ours_is_refused(written):
    path = written(f"ours,{ROW}", head=f"id,{HEAD}")
    assert "is that of a measured point" in _fault(path, taken=("ours",))


def test_that_too_many_points_are_refused_and_so_is_another_encoding(written, tmp_path):
    assert f"1 to {POINTS_AT_MOST}" in _fault(written(*[ROW] * (POINTS_AT_MOST + 1)))
    (tmp_path / "mine.csv").write_bytes(f"{HEAD}\n\xff".encode("latin-1"))
    with pytest.raises(FileError, match="line 2"):
        actual_points(tmp_path / "mine.csv", "corroborated", ())
