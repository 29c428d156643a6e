"""A chart written by the terminal is a scenario to the terminal."""

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from planner.files.scenario.picture import scenarios_in, with_scenarios
from planner.files.scenario.png_text import with_text
from planner.files.scenario.scenario_file import open_example, read, to_bytes, write
from planner.model.scenario import Scenario, lever_value, with_lever
from tests.files.scenario.test_picture import PNG
from ui.command_line import main

FEW = ("--futures", "32")


def test_that_an_exported_chart_runs_validates_and_compares_as_its_scenario(tmp_path, capfd):
    folder = tmp_path / "charts"
    assert main(["run", "vouchers-x4", "--png", str(folder)]) == 0
    pictures = sorted(str(path) for path in folder.iterdir())
    assert len(pictures) == 4
    assert all(read(path) == open_example("vouchers-x4") for path in pictures)
    capfd.readouterr()

    assert main(["validate", *pictures]) == 0
    assert capfd.readouterr().out.count(" is fine: 7 lever values differ") == 4
    assert main(["run", pictures[0], *FEW]) == 0
    from_picture = capfd.readouterr().out
    assert main(["run", "vouchers-x4", *FEW]) == 0
    assert capfd.readouterr().out == from_picture
    assert main(["compare", "vouchers-x4", pictures[0]]) == 0
    assert "The scenarios have the same inputs." in capfd.readouterr().out


def test_that_the_terminal_takes_a_picture_of_several_scenarios_apart(tmp_path, capfd, monkeypatch):
    monkeypatch.chdir(tmp_path)
    two = tuple(
        with_lever(Scenario(title=title, futures=20), "alibaba_plan", value)
        for title, value in (("First", 500), ("Second", 600))
    )
    Path("two.png").write_bytes(with_scenarios(PNG, two))
    assert main(["compare", "two.png"]) == 0, capfd.readouterr().err
    said = capfd.readouterr().out
    assert said.split()[:2] == ["first", "second"]
    assert main(["validate", "two.png"]) == 0
    assert capfd.readouterr().out.count("two.png is fine: ") == 2
    assert main(["run", "two.png"]) == 2
    assert capfd.readouterr().err.endswith(
        "two.png is a picture that carries several scenarios; there must be one here\n"
    )
    broken = b"[%s, {}]" % to_bytes(two[0])
    Path("two.png").write_bytes(with_text(PNG, broken, "two.png"))
    assert main(["validate", "two.png"]) == main(["compare", "two.png", "baseline"]) == 2
    said = capfd.readouterr()
    assert said.err.count("two.png (2/2)") == 2
    assert said.out.count("two.png is fine") == 1


@pytest.mark.parametrize(
    ("name", "beginning"), [("a.png", b"\x89PNG"), ("a.svg", b"<?xml"), ("a.pdf", b"%PDF")]
)
def test_that_a_run_draws_its_charts_on_one_sheet(name, beginning, tmp_path, capfd):
    path = tmp_path / name
    assert main(["run", "vouchers-x4", *FEW, "--sheet", str(path), "--size", "800x600"]) == 0
    assert f"wrote {path}" in capfd.readouterr().out
    assert path.read_bytes().startswith(beginning)
    if name.endswith("png"):
        assert read(path).title == open_example("vouchers-x4").title


def test_that_a_run_clears_away_what_a_killed_one_has_left(tmp_path):
    done = subprocess.Popen([sys.executable, "-c", ""])
    done.wait()
    left = tmp_path / f".b.csv.{done.pid}.0123abcd.tmp"
    left.write_bytes(b"half")
    os.utime(left, (1_000_000_000, 1_000_000_000))
    assert main(["run", "baseline", *FEW, "--csv", str(tmp_path / "b.csv")]) == 0
    assert [path.name for path in tmp_path.iterdir() if path.is_file()] == ["b.csv"]


def test_that_scenarios_of_one_name_in_short_get_charts_of_their_own(tmp_path, capfd):
    long = "𠀀" * 60
    titles = (f"{long}a", f"{long}b", "Centers at 60 %", "Centers at 60")
    files = [tmp_path / f"{number}.json" for number in range(len(titles))]
    for number, (file, title) in enumerate(zip(files, titles, strict=True)):
        write(file, with_lever(Scenario(title=title, futures=20), "alibaba_plan", 400 + number))
    charts = tmp_path / "charts"
    asked = ["--png", str(charts), "--size", "800x600@1"]
    assert main(["compare", *map(str, files), *asked]) == 0, capfd.readouterr().err
    pictures = sorted(charts.iterdir())
    carried = [lever_value(read(each), "alibaba_plan") for each in pictures]
    assert sorted(carried) == sorted([400.0, 401.0, 402.0, 403.0] * 4)
    assert all(len(os.fsencode(each.name)) <= 143 for each in pictures)


COMPARED = ["compare", "baseline", "vouchers-x4", "alibaba-doubled"]


def test_that_a_comparison_is_written_as_json_a_page_and_a_sheet(tmp_path, capfd):
    written = [tmp_path / name for name in ("a.json", "a.html", "a.png")]
    options = zip(("--json", "--report", "--sheet"), map(str, written), strict=True)
    given = [part for pair in options for part in pair]
    assert main([*COMPARED, *given, "--size", "800x600"]) == 0, capfd.readouterr().err
    assert all(f"wrote {path}" in capfd.readouterr().out or path.exists() for path in written)
    runs = json.loads(written[0].read_text("utf-8"))["runs"]
    assert [run["scenario"] for run in runs] == ["baseline", "vouchers-x4", "alibaba-doubled"]
    titles = ["Baseline", "Vouchers x4", "Alibaba doubled"]
    page = written[1].read_text("utf-8")
    assert "<h1>Baseline, Vouchers x4 and Alibaba doubled</h1>" in page
    assert page.count('<table class="numbers">') == 1
    assert [each.title for each in scenarios_in(written[2].read_bytes())] == titles


def test_that_the_page_of_a_comparison_tells_what_the_table_of_the_terminal_tells(tmp_path, capfd):
    assert main([*COMPARED, "--report", str(tmp_path / "a.html")]) == 0
    said = capfd.readouterr().out
    page = (tmp_path / "a.html").read_text("utf-8")
    _, _, row = page.partition("Comparison, December 2030")[2].partition(">AI enterprises</th>")
    row, _, _ = row.partition("</tr>")
    on_page = re.findall(r">([+−][\d,]+)<small>([+−][\d,]+) to ([+−][\d,]+)</small></td>", row)
    told = [
        float(text) for text in re.findall(r"[+-][\d.]+", said.replace("−", "-").replace(",", ""))
    ]
    assert len(on_page) == 2
    for text in (part for found in on_page for part in found):
        value = float(text.replace("−", "-").replace(",", ""))
        assert any(value == pytest.approx(each, abs=0.51) for each in told)


def test_that_a_comparison_prints_its_json_and_nothing_else(capfd):
    assert main([*COMPARED, "--json", "-"]) == 0
    assert len(json.loads(capfd.readouterr().out)["runs"]) == 3


def test_that_a_comparison_prints_one_format_and_writes_over_nothing_it_reads(capfd, tmp_path):
    file = tmp_path / "a.scenario.json"
    write(file, Scenario(title="Mine"))
    assert main([*COMPARED, "--json", "-", "--csv", "-"]) == 2
    assert main(["compare", "baseline", str(file), "--report", str(file)]) == 2
    said = capfd.readouterr()
    assert said.out == ""
    assert said.err.count("\n") == 2
    assert read(file).title == "Mine"
