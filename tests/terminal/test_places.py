"""`suanli run --places`: key figures and charts of some areas, and of all others together."""

import pytest

from planner.model.indices import AREAS
from ui.command_line import main
from ui.terminal.reading.places import read_places

MORE = ("run", "baseline", "--futures", "64", "--set", "voucher_budget.chengdu=1000")


def _rows(printed: str) -> dict[str, list[str]]:
    """Return each row of figures by its head, with the row of what it differs by."""
    lines = printed.splitlines()
    return {
        line.partition("  ")[0]: [line, lines[place + 2]] for place, line in enumerate(lines[:-2])
    }


def test_that_figures_are_told_of_each_place_and_of_all_others(capsys):
    assert main([*MORE, "--places", "chengdu, 上海"]) == 0
    rows = _rows(capsys.readouterr().out)
    for place in ("", ", Shanghai", ", Chengdu", ", the other five places"):
        assert f"AI enterprises{place}" in rows
    assert "+" in rows["AI enterprises, Chengdu"][1]
    _, first, *lost = rows["AI enterprises, the other five places"][1].split()[2:]
    assert first in {"0", "\N{MINUS SIGN}1"}
    assert all(number.startswith("\N{MINUS SIGN}") for number in lost), lost
    assert "Utilization (%)" in rows
    assert not any(head.startswith("Utilization, Chengdu") for head in rows)


def test_that_without_places_nothing_is_told_of_them(capsys):
    assert main([*MORE]) == 0
    assert "Chengdu" not in capsys.readouterr().out


def test_that_charts_are_drawn_of_the_places(tmp_path, capsys):
    folder = tmp_path / "charts"
    page = tmp_path / "page.html"
    asked = ("--places", "shanghai,chengdu", "--svg", str(folder), "--report", str(page))
    assert main([*MORE, *asked]) == 0
    names = sorted(path.name for path in folder.iterdir())
    of_areas = [name for name in names if name.startswith("enterprises-shanghai-chengdu.")]
    assert len(of_areas) == 1
    assert any(name.startswith("rent.") for name in names)
    assert "AI enterprises, Shanghai and Chengdu" in (folder / of_areas[0]).read_text("utf-8")
    assert 'alt="AI enterprises, Shanghai and Chengdu: ' in page.read_text("utf-8")


@pytest.mark.parametrize(
    ("places", "said"),
    [
        ("Guizhou", "Its centers are among the “Local and western centers” of all of China"),
        ("chengdu,杭州", "Hangzhou is not a place of its own here"),
        ("Atlantis", '"Atlantis" is not allowed'),
        ("", '"" is not allowed'),
        ("beijing+", '"beijing+" is not allowed'),
        ("beijing,chengdu,henan,ningbo", "only up to 3 places side by side"),
    ],
)
def test_that_a_bad_place_is_told_in_one_line(places, said, capsys):
    assert main(["run", "baseline", "--places", places]) == 2
    told = capsys.readouterr().err
    assert said in told
    assert told.count("\n") == 1
    assert ", ".join(AREAS) in told or "side by side" in told


def test_that_places_may_be_given_once(capsys):
    assert main(["run", "baseline", "--places", "chengdu", "--places", "henan"]) == 2
    assert "allowed once" in capsys.readouterr().err


@pytest.mark.parametrize("between", [",", ";", "\uff0c", "\uff1b", "\u3001"])
def test_that_any_mark_of_a_list_parts_places(between):
    assert read_places(f"\u4e0a\u6d77{between}Beijing") == ("beijing", "shanghai")
