"""`suanli run` and `suanli compare`: figures to read, numbers to use, the same every time."""

import csv
import io
import json
import struct
import sys
from collections import defaultdict
from dataclasses import replace

import pytest

from planner.ensemble.many import Projector
from planner.ensemble.projection import Request
from planner.files.scenario.scenario_file import open_example, read, to_bytes, write
from planner.model.graph import model
from planner.model.scenario import Scenario, with_assumption, with_lever
from planner.quantities.spread import Spread
from planner.studies.model_versions import Kept, Results
from tests.some import some
from ui.command_line import main

FEW = ("--futures", "32")


def _rows(path):
    return list(csv.DictReader(path.read_text("utf-8").splitlines()))


def _column(rows, outcome, index, column):
    return [
        float(row[column]) for row in rows if (row["outcome"], row["index"]) == (outcome, index)
    ]


def test_that_a_scenario_saved_reopened_and_run_gives_the_same_csv_byte_for_byte(tmp_path):
    scenario = with_lever(Scenario(title="Mine", futures=32), "voucher_budget.shanghai", 900.1)
    write(tmp_path / "one.scenario.json", scenario)
    write(tmp_path / "two.scenario.json", read(tmp_path / "one.scenario.json"))
    for name in ("one", "two"):
        file = tmp_path / f"{name}.scenario.json"
        assert main(["run", str(file), "--csv", str(tmp_path / f"{name}.csv")]) == 0
    one = (tmp_path / "one.csv").read_bytes()
    assert one == (tmp_path / "two.csv").read_bytes()
    assert one.count(b"\n") > 10_000
    assert b",inf" in one or b",," in one


def test_that_a_run_says_what_limits_compute_as_means_of_years(tmp_path, capsys):
    path = tmp_path / "b.csv"
    assert main(["run", "baseline", *FEW, "--csv", str(path)]) == 0
    printed = capsys.readouterr().out
    table = printed[printed.index("What limits compute, share of futures (mean over the year)") :]
    assert "Hyperscale clouds  " in table
    line = next(line for line in table.splitlines() if line.startswith("  2028"))
    shares: dict[str, float] = defaultdict(float)
    for row in some(_rows(path)):
        if (row["outcome"], row["index"], row["time"][:4]) == ("limit", "cloud", "2028"):
            shares[row["state"]] += float(row["share"]) / 12
    assert sum(shares.values()) == pytest.approx(1)
    largest = max(shares, key=lambda state: shares[state])
    assert line.split()[1:3] == [largest, f"{100 * shares[largest]:.0f}%,"]


def test_that_the_csv_holds_the_numbers_the_window_would_show(tmp_path):
    path = tmp_path / "b.csv"
    assert main(["run", "baseline", *FEW, "--csv", str(path)]) == 0
    projector = Projector()
    projector.warm_up()
    request = Request("utilization", "centers")
    scenario = replace(open_example("baseline"), futures=32)
    shown = projector.project(scenario, [request]).series[request]
    rows = _rows(path)
    assert _column(rows, "utilization", "centers", "center") == pytest.approx(list(shown.center))
    assert shown.bands is not None
    assert _column(rows, "utilization", "centers", "p90") == pytest.approx(list(shown.bands[4]))


def test_that_setting_vouchers_to_zero_sets_every_area(tmp_path):
    path = tmp_path / "b.csv"
    changes = ["--set", "voucher_budget=0", "--set", "data_voucher_budget=0"]
    assert main(["run", "baseline", *FEW, *changes, "--csv", str(path)]) == 0
    rows = _rows(path)
    assert set(_column(rows, "voucher_spend", "", "p90")) == {0.0}
    assert set(_column(rows, "enterprises_added_by_vouchers", "", "center")) == {0.0}


def test_that_one_area_can_be_set_alone(tmp_path):
    path = tmp_path / "b.csv"
    change = ["--set", "voucher_budget=0", "--set", "voucher_budget.shanghai=900"]
    assert main(["run", "baseline", *FEW, *change, "--csv", str(path)]) == 0
    rows = _rows(path)
    assert max(_column(rows, "voucher_spend", "shanghai", "center")) > 0
    assert max(_column(rows, "voucher_spend", "henan", "center")) == 0


def test_that_the_summary_shows_what_a_lever_changes_against_the_baseline(capsys):
    assert main(["run", "baseline", *FEW, "--set", "alibaba_plan=760"]) == 0
    said = capsys.readouterr().out
    assert said.startswith(
        "Baseline with alibaba_plan=760\n"
        "32 futures consistent with 2025-26, seed 2025, figures checked"
    )
    lines = said.splitlines()
    months = next(line for line in lines if line.startswith(" "))
    assert months.split() == ["2025-12", "2028-12", "2030-12", "2035-12"]
    capex = next(
        place for place, line in enumerate(lines) if line.startswith("Alibaba's AI investment")
    )
    assert lines[capex + 1].startswith("  80% of futures")
    assert lines[capex + 2].split()[-4] == "+127"


def _in_words(said):
    return " ".join(said.split("\n\n")[1].split())


def test_that_a_run_answers_in_words_before_its_table(capsys):
    change = ("--set", "voucher_budget.chengdu=160", "--places", "chengdu")
    assert main(["run", "baseline", *FEW, *change]) == 0
    said = _in_words(capsys.readouterr().out)
    assert said.startswith("By December 2030: 8 more AI enterprises than in the baseline (80%: ")
    assert "Chengdu: the year's budget is fully used from " in said
    assert " M CNY of added vouchers for each (80%: " in said
    assert " on average for all that vouchers added); the other six places lose " in said
    assert "; in Dec, 1." in said
    assert "chips wanted per chip on offer. " in said
    assert said.endswith("The sign holds in all 9 variants of the model.")


def test_that_a_run_says_what_makes_a_change_and_what_is_open(capsys):
    changes = ("--set", "other_capex=1400", "--set", "network_build_time=2")
    assert main(["run", "baseline", *FEW, *changes]) == 0
    said = _in_words(capsys.readouterr().out)
    assert " comes from network build time; " in said
    assert " from all other AI spending" in said
    assert main(["run", "baseline", *FEW, *changes[:2]]) == 0
    said = _in_words(capsys.readouterr().out)
    assert " Open: the sign turns where " in said
    assert "The sign holds" not in said


def test_that_a_short_run_answers_of_its_last_year_and_a_baseline_of_its_level(capsys):
    assert main(["run", "baseline", *FEW, "--set", "last_year=2027"]) == 0
    said = _in_words(capsys.readouterr().out)
    assert said.startswith("December 2027: 8,")
    assert " 2027: " in said
    assert "than in the baseline" not in said


def test_that_the_baseline_is_not_compared_with_itself(capsys):
    assert main(["run", "baseline", *FEW]) == 0
    assert "  against the baseline" not in capsys.readouterr().out


def test_that_seed_and_futures_are_those_asked_for(tmp_path):
    for seed in ("1", "2"):
        path = str(tmp_path / f"{seed}.json")
        assert main(["run", "baseline", *FEW, "--seed", seed, "--json", path]) == 0
    one, two = (json.loads((tmp_path / f"{seed}.json").read_text()) for seed in "12")
    assert (one["runs"][0]["seed"], one["runs"][0]["futures"]) == (1, 32)
    centers = [run["runs"][0]["series"][0]["center"] for run in (one, two)]
    upper = [run["runs"][0]["series"][0]["p90"] for run in (one, two)]
    assert centers[0] == centers[1]
    assert upper[0] != upper[1]


def test_that_numbers_on_standard_output_stand_alone(capfdbinary):
    assert main(["run", "baseline", *FEW, "--csv", "-"]) == 0
    printed = capfdbinary.readouterr().out.decode()
    rows = list(csv.DictReader(io.StringIO(printed)))
    assert printed.startswith("scenario,time,outcome,")
    assert {row["scenario"] for row in rows} == {"baseline"}
    assert "\r" not in printed


def test_that_it_says_which_files_it_wrote(tmp_path, capsys):
    path = tmp_path / "b.csv"
    assert main(["run", "baseline", *FEW, "--csv", str(path)]) == 0
    assert capsys.readouterr().out.endswith(f"\nwrote {path}\n")


def test_that_compare_names_the_inputs_that_differ_and_no_others(tmp_path, capsys):
    path = tmp_path / "c.csv"
    assert main(["compare", "baseline", "centers-at-80", "--csv", str(path)]) == 0
    inputs, _, figures = capsys.readouterr().out.partition("\n\n")
    assert [line.split() for line in inputs.splitlines()] == [
        ["baseline", "centers-at-80"],
        ["center_sellable_target", "(share)", "0.65", "0.8"],
    ]
    rows = [line for line in figures.splitlines() if line.startswith("Compute that can be sold")]
    assert len(rows) == 2
    for row in rows:
        one, other = (float(cell.replace(",", "")) for cell in row.split()[-2:])
        assert other > one
    assert {row["scenario"] for row in _rows(path)} == {"baseline", "centers-at-80"}


def test_that_compare_tells_what_changes_future_by_future(tmp_path, capsys):
    files = _written(tmp_path, Scenario("One", futures=16), {"center_sellable_target": 0.8})
    assert main(["compare", *files]) == 0
    lines = capsys.readouterr().out.splitlines()
    heads = [place for place, line in enumerate(lines) if line.startswith("  against the first")]
    assert len(heads) > 20
    assert all(lines[place + 1].startswith("    80% of futures") for place in heads)
    change = lines[_after(lines, "Compute that can be sold", 2)].split()[-1:]
    ends = lines[_after(lines, "Compute that can be sold", 3)].split()[-3::2]
    median, low, high = (float(text.replace(",", "")) for text in (*change, *ends))
    assert 0 < low < median < high
    assert "each future is held against the same future of the first scenario" in " ".join(lines)


def test_that_compare_says_where_no_future_is_the_same(tmp_path, capsys):
    plain = Scenario("Plain", futures=16)
    files = _written(tmp_path, plain, {}, replace(plain, title="Seeded", seed=7))
    assert main(["compare", *files]) == 0
    said = " ".join(capsys.readouterr().out.split())
    assert "Drawn from other futures than the first, by draws, seed or figures: seeded." in said
    assert "each future is held against" not in said


def _written(folder, first: Scenario, levers, other: Scenario | None = None) -> list[str]:
    """Write a scenario and another with these levers; return their names."""
    changed = other or replace(first, title="Two")
    for name, value in levers.items():
        changed = with_lever(changed, name, value)
    files = []
    for number, scenario in enumerate((first, changed)):
        files.append(str(folder / f"{number}.scenario.json"))
        write(folder / f"{number}.scenario.json", scenario)
    return files


def _after(lines: list[str], start: str, rows: int) -> int:
    """Return the place of a line so many rows after the first one that starts so."""
    return next(place for place, line in enumerate(lines) if line.startswith(start)) + rows


def test_that_compare_tells_limits_side_by_side(capsys):
    assert main(["compare", "baseline", "alibaba-doubled"]) == 0
    printed = capsys.readouterr().out
    lines = [line for line in printed.splitlines() if line.startswith("What limits compute, ")]
    assert [line.partition("  ")[0] for line in lines[:2]] == [
        "What limits compute, hyperscale clouds, mean over 2030",
        "What limits compute, local and western centers, mean over 2030",
    ]
    _, first, second = filter(None, (each.strip() for each in lines[0].split("  ")))
    assert first.startswith("demand ")
    assert second.startswith("chips ")


def test_that_compare_says_so_when_nothing_differs(tmp_path, capsys):
    write(tmp_path / "same.scenario.json", Scenario(title="Same"))
    assert main(["compare", "baseline", str(tmp_path / "same.scenario.json")]) == 0
    assert capsys.readouterr().out.startswith("The scenarios have the same inputs.\n")


def test_that_two_scenarios_of_one_name_are_told_apart_in_the_table_and_in_their_files(
    tmp_path, capsys
):
    write(tmp_path / "mine.scenario.json", Scenario(title="Baseline", seed=7))
    command = ["compare", "baseline", str(tmp_path / "mine.scenario.json")]
    assert main([*command, "--csv", str(tmp_path / "c.csv")]) == 0
    assert capsys.readouterr().out.split("\n")[0].split() == ["baseline", "baseline-2"]
    assert {row["scenario"] for row in _rows(tmp_path / "c.csv")} == {"baseline", "baseline-2"}


def test_that_charts_are_drawn_into_a_folder_that_is_made(tmp_path, capsys, qapp):
    folder = tmp_path / "new" / "charts"
    assert main(["run", "baseline", *FEW, "--png", str(folder)]) == 0
    drawn = sorted(folder.iterdir())
    said = capsys.readouterr().out
    assert len(drawn) == 4
    for path in drawn:
        assert path.name.endswith(".baseline.png")
        assert path.read_bytes().startswith(b"\x89PNG")
        assert f"wrote {path}\n" in said


def test_that_a_file_in_the_place_of_the_folder_of_charts_is_said(tmp_path, capsys):
    (tmp_path / "charts").write_text("a file", "utf-8")
    assert main(["run", "baseline", *FEW, "--png", str(tmp_path / "charts")]) == 2
    said = capsys.readouterr().err
    assert "charts cannot be made: something of that name is already there" in said


def test_that_a_server_without_qt_says_so_in_one_line(tmp_path, capsys, monkeypatch):
    monkeypatch.setitem(sys.modules, "ui.print.sheet_files", None)
    assert main(["run", "baseline", *FEW, "--png", str(tmp_path)]) == 2
    said = capsys.readouterr().err
    assert said.startswith("suanli: the charts cannot be drawn here: ")
    assert said.count("\n") == 1


def _of_another_model(tmp_path, results):
    fields = json.loads(to_bytes(Scenario(title="Old", futures=32), results))
    path = tmp_path / "old.scenario.json"
    path.write_text(json.dumps({**fields, "model_version": "0.9"}), "utf-8")
    return str(path)


@pytest.fixture(scope="module")
def spent():
    """Return the voucher money of December 2030 as a file keeps it."""
    wanted = Request("voucher_spend")
    center = Projector().project(Scenario(futures=32), (wanted,), bands=False).series[wanted].center
    return ("voucher_spend", Kept(float(f"{center[71]:.6g}")))


def test_that_a_file_of_an_older_model_is_told_by_how_much_it_differs(tmp_path, capsys, spent):
    kept = Results("2030-12", (("enterprises", Kept(10_000.0)), spent))
    file = _of_another_model(tmp_path, kept)
    assert main(["run", file]) == 0
    last = capsys.readouterr().out.splitlines()[-1]
    assert last.startswith(f"Saved with model 0.9; model {model().version} gives other figures")
    assert "2030-12: AI enterprises 10,000 -> 12,4" in last
    assert "Voucher" not in last
    assert main(["run", file, "--set", "alibaba_plan=500"]) == 0
    assert "Saved with model" not in capsys.readouterr().out


def test_that_a_file_of_an_older_model_says_what_can_be_said(tmp_path, capsys, spent):
    assert main(["run", _of_another_model(tmp_path, None)]) == 0
    said = "the file keeps no figures to hold model"
    assert said in capsys.readouterr().out.splitlines()[-1]
    assert main(["run", _of_another_model(tmp_path, Results("2030-12", (spent,)))]) == 0
    assert capsys.readouterr().out.splitlines()[-1].endswith("gives the same figures.")


def test_that_charts_and_workbooks_are_written_where_asked_in_the_size_asked(tmp_path, capsys):
    book, folder = tmp_path / "a.xlsx", tmp_path / "charts"
    pictures = ["--png", str(folder), "--svg", str(folder), "--pdf", str(folder)]
    page = tmp_path / "a.html"
    arguments = [*FEW, "--xlsx", str(book), "--report", str(page), *pictures, "--size", "800x600"]
    assert main(["run", "baseline", *arguments]) == 0
    assert b"<h1>Baseline</h1>" in page.read_bytes()
    assert book.read_bytes().startswith(b"PK")
    assert sorted({path.suffix for path in folder.iterdir()}) == [".pdf", ".png", ".svg"]
    assert len(list(folder.iterdir())) == 12
    head = (folder / "enterprises.baseline.png").read_bytes()[16:24]
    assert struct.unpack(">II", head) == (800, 600)
    assert capsys.readouterr().out.count("\nwrote ") == 14


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--size", "800x600"], "--size is that of the charts, drawn by --png, --svg"),
        (["--png", "x", "--size", "9000x600"], "a picture of 9000 x 600 pixels is not allowed"),
        (["--png", "x", "--size", "big"], "a size is written as width, x and height"),
    ],
)
def test_that_a_size_that_makes_no_sense_is_refused_in_one_line(arguments, said, capsys):
    for command in (["run", "baseline"], ["compare", "baseline", "vouchers-x4"]):
        assert main([*command, *arguments]) == 2
        told = capsys.readouterr().err
        assert said in told
        assert told.count("\n") == 1


@pytest.mark.parametrize("option", ["--csv", "--json", "--xlsx", "--report"])
def test_that_no_export_replaces_a_scenario(tmp_path, capsys, option):
    path = tmp_path / "plan.scenario.json"
    write(path, Scenario(title="Plan", futures=16))
    before = path.read_bytes()
    assert main(["run", str(path), option, str(path)]) == 2
    told = capsys.readouterr().err
    assert told.endswith("cannot be saved: the file there is a scenario and stays as it is\n")
    assert path.read_bytes() == before
    assert main(["model", "--xmile", str(path)]) == 2
    assert path.read_bytes() == before


@pytest.mark.parametrize("title", ["", "  ", "\u202e"])
def test_that_a_title_has_to_show(title, capsys):
    assert main(["run", "baseline", "--title", title]) == 2
    assert "is not allowed, only a title" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--csv", "x", "--json", "x"], "--csv and --json name the same file: x"),
        (["--xlsx", "-"], "--xlsx takes the name of a file"),
        (["--report", "-"], "--report takes the name of a file"),
    ],
)
def test_that_one_thing_is_not_written_over_another(arguments, said, capsys, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    assert main(["run", "baseline", *arguments]) == 2
    assert said in capsys.readouterr().err
    assert not list(tmp_path.iterdir())


def test_that_draws_are_conditioned_unless_asked_for_otherwise(tmp_path, capsys):
    told = []
    for draws in ("conditioned", "as-drawn", "as drawn"):
        path = tmp_path / "b.json"
        assert main(["run", "baseline", *FEW, "--draws", draws, "--json", str(path)]) == 0
        told.append(json.loads(path.read_text("utf-8"))["runs"][0])
        capsys.readouterr()
    conditioned, drawn, also = told
    assert (conditioned["draws"], conditioned["pool"]) == ("conditioned", 16_384)
    assert conditioned["effective"] > 500
    assert (drawn["draws"], drawn["pool"]) == ("as drawn", 0)
    assert drawn["series"] == also["series"]
    assert drawn["series"] != conditioned["series"]
    assert main(["run", "baseline", *FEW]) == 0
    assert "32 futures consistent with 2025-26, seed 2025" in capsys.readouterr().out


def test_that_other_draws_are_refused_in_a_line(capsys):
    assert main(["run", "baseline", "--draws", "lucky"]) == 2
    told = capsys.readouterr().err
    assert (
        'argument --draws: "lucky" is not allowed, only conditioned, as-drawn or calibrated' in told
    )


def test_that_compared_scenarios_of_other_ranges_are_drawn_alike(tmp_path, capsys):
    plain = Scenario("Plain", futures=16)
    wider = with_assumption(replace(plain, title="Wider"), "crowd_in", Spread(2, 4.15, 9))
    files = []
    for scenario in (plain, wider):
        files.append(str(tmp_path / f"{scenario.title}.scenario.json"))
        write(tmp_path / f"{scenario.title}.scenario.json", scenario)
    path = tmp_path / "b.csv"
    assert main(["compare", *files, "--csv", str(path)]) == 0
    start = [row for row in _rows(path) if row["outcome"] == "industry_output"]
    p10 = [row["p10"] for row in start if (row["time"], row["index"]) == ("2025-01", "")]
    assert len(p10) == 2
    assert len(set(p10)) == 1
