"""What is to be written is looked at before the run: each mistake is one sentence, at once."""

import os
import resource
import subprocess
import sys
from pathlib import Path

import pytest

from planner.files.exports.formats import NUMBERS
from planner.files.scenario.picture import with_scenario
from planner.files.scenario.scenario_file import write
from planner.model.scenario import Scenario
from tests.reliability.nobody import as_nobody
from ui.command_line import main
from ui.wording.commands.rows.export_formats import CHARTS, REPORT

ROOT = Path(__file__).parents[2]
RUN = ("run", "baseline", "--futures", "8")
SMALL = ("--size", "400x400")


def _is_run(*_arguments, **_options):
    pytest.fail("it has been run")


@pytest.fixture
def never_run(monkeypatch, tmp_path):
    """Stand in an empty folder and let no run begin."""
    monkeypatch.setattr("ui.terminal.projecting.projector", _is_run)
    monkeypatch.chdir(tmp_path)
    return tmp_path


def _refused(arguments, capfd):
    assert main([str(each) for each in arguments]) == 2
    captured = capfd.readouterr()
    assert captured.out == ""
    assert captured.err.count("\n") == 1
    return captured.err.removeprefix("suanli: ").rstrip("\n")


OPTIONS = tuple(row.key for row in (*NUMBERS, REPORT, *CHARTS))


@pytest.mark.parametrize("option", OPTIONS)
def test_that_an_empty_name_is_refused(option, never_run, capfd):
    said = f'argument --{option}: "" is not allowed, only a name; see suanli run --help'
    assert _refused([*RUN, f"--{option}", ""], capfd) == said


@pytest.mark.parametrize(
    "arguments",
    [
        ["model", "--xmile", ""],
        ["model", "--xmile", "-", "--scenario", ""],
        ["run", ""],
        ["compare", "baseline", ""],
        ["validate", ""],
        ["facts", ""],
        [*RUN, "--set", ""],
        [*RUN, "--size", ""],
        [*RUN, "--futures", ""],
    ],
)
def test_that_nothing_empty_is_taken_for_something(arguments, never_run, capfd):
    assert _refused(arguments, capfd)


@pytest.mark.parametrize("option", OPTIONS)
def test_that_an_option_is_not_given_twice(option, never_run, capfd):
    said = _refused([*RUN, f"--{option}", "a", f"--{option}", "b"], capfd)
    assert said.startswith(f"argument --{option}: it is allowed once, not twice")


@pytest.mark.parametrize("turned", [False, True])
def test_that_folders_are_made_whatever_the_order_of_the_options(tmp_path, turned, qapp):
    folder = tmp_path / "out"
    options = [["--csv", folder / "a.csv"], ["--png", folder / "charts"]]
    given = [str(each) for pair in (options[::-1] if turned else options) for each in pair]
    assert main([*RUN, *SMALL, *given]) == 0
    assert sorted(each.name for each in folder.iterdir()) == ["a.csv", "charts"]
    assert len(list((folder / "charts").iterdir())) == 4


UNWRITABLE = {
    "gone/a.csv": "gone/a.csv cannot be saved: there is no such file or folder",
    "file/a.csv": "file/a.csv cannot be saved: a part of the path is not a folder",
    "folder": "folder cannot be saved: it is a folder, not a file",
    "new/": "new/ cannot be saved: it is a folder, not a file",
    f"{'n' * 256}.csv": "cannot be saved: the name is too long",
    "dangling": "dangling cannot be saved: it is a link that leads nowhere",
}


@pytest.mark.parametrize("name", UNWRITABLE)
def test_that_a_file_that_cannot_be_written_is_found_before_the_run(name, never_run, capfd):
    (never_run / "file").write_text("kept", "utf-8")
    (never_run / "folder").mkdir()
    (never_run / "dangling").symlink_to("nowhere")
    before = sorted(never_run.rglob("*"))
    for option in ("csv", "json", "xlsx", "report"):
        said = _refused([*RUN, f"--{option}", name, "--png", "pictures"], capfd)
        assert said.endswith(UNWRITABLE[name])
        assert sorted(never_run.rglob("*")) == before


@pytest.mark.parametrize("name", ["file", "file/charts", f"{'n' * 256}"])
def test_that_a_folder_that_cannot_be_made_is_found_before_the_run(name, never_run, capfd):
    (never_run / "file").write_text("kept", "utf-8")
    assert "cannot be made: " in _refused([*RUN, "--svg", name, "--csv", "a.csv"], capfd)
    assert [each.name for each in never_run.iterdir()] == ["file"]


@pytest.mark.parametrize("option", ["--csv", "--png", "--report"])
def test_that_a_closed_folder_is_found_before_the_run(option, never_run, capfd):
    closed = never_run / "closed"
    closed.mkdir(mode=0o555)
    _refused([*RUN, option, ""], capfd)  # what nobody may not read is loaded before
    _refused([*RUN, option, "closed/a/a", "--csv-for", "excel", "--svg", "closed"], capfd)
    with as_nobody():
        said = _refused([*RUN, option, "closed/a"], capfd)
    assert said.endswith(": access is denied")


@pytest.mark.parametrize("name", ["-", "/dev/stdout", "/dev/fd/1"])
def test_that_numbers_for_a_closed_output_are_refused_before_the_run(name):
    command = f'"$0" -m ui {" ".join(RUN)} --json {name} >&-'
    done = subprocess.run(
        ["sh", "-c", command, sys.executable],  # noqa: S607
        capture_output=True,
        text=True,
        check=False,
        cwd=ROOT,
    )
    said = "suanli: --json goes to standard output, which is closed\n"
    assert (done.returncode, done.stdout, done.stderr) == (2, "", said)


def test_that_a_folder_that_is_gone_holds_no_output(never_run, capfd, monkeypatch):
    gone = never_run / "gone"
    gone.mkdir()
    monkeypatch.chdir(gone)
    gone.rmdir()
    for option in ("--csv", "--report"):
        assert _refused([*RUN, option, "a"], capfd).startswith("a cannot be saved: ")
    assert _refused([*RUN, "--png", "a"], capfd).startswith("a cannot be made: ")


def test_that_two_outputs_of_one_name_are_told_apart_by_no_link(never_run, capfd):
    (never_run / "a").write_text("kept", "utf-8")
    (never_run / "hard").hardlink_to(never_run / "a")
    (never_run / "soft").symlink_to("a")
    for one, other in (("a", "hard"), ("a", "soft"), ("soft", "hard"), ("a", "./a"), ("b", "b")):
        said = _refused([*RUN, "--csv", one, "--json", other], capfd)
        assert said == f"--csv and --json name the same file: {other}"
    said = _refused([*RUN, "--report", "q", "--png", "q"], capfd)
    assert said == "--png and --report name the same file: q"
    assert sorted(each.name for each in never_run.iterdir()) == ["a", "hard", "soft"]
    assert (never_run / "a").read_text("utf-8") == "kept"


def test_that_a_chart_is_not_drawn_over_a_table(never_run, capfd):
    options = ["--svg", "out", "--csv", "out/enterprises.baseline.svg"]
    said = _refused([*RUN, *options], capfd)
    assert said == "--csv and --svg name the same file: out/enterprises.baseline.svg"
    assert not list(never_run.iterdir())


@pytest.fixture
def pictured(never_run, qapp):
    """A picture that carries a scenario, by the name that a chart of it has."""
    from PySide6.QtCore import QBuffer, QByteArray, QIODevice
    from PySide6.QtGui import QImage, QImageWriter

    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image = QImage(8, 8, QImage.Format.Format_RGB32)
    image.fill(0)
    QImageWriter(buffer, QByteArray(b"png")).write(image)
    path = never_run / "enterprises.mine.png"
    path.write_bytes(with_scenario(bytes(data.data()), Scenario(title="Mine", seed=7)))
    return path


@pytest.mark.parametrize("option", ["csv", "json", "xlsx", "report"])
def test_that_no_export_replaces_a_picture_that_carries_a_scenario(option, pictured, capfd):
    before = pictured.read_bytes()
    said = _refused([*RUN, f"--{option}", pictured.name], capfd)
    assert said.endswith("the picture there carries a scenario and stays as it is")
    assert _refused(["model", "--xmile", pictured.name], capfd) == said
    assert pictured.read_bytes() == before


@pytest.mark.parametrize("option", [row.key for row in CHARTS])
def test_that_a_file_of_another_program_stays_in_a_folder_of_charts(option, never_run, capfd):
    photo = never_run / "out" / f"rent.baseline.{option}"
    photo.parent.mkdir()
    photo.write_bytes(b"mine")
    said = _refused([*RUN, f"--{option}", "out"], capfd)
    named = f"out/rent.baseline.{option}"
    assert said == (
        f"{named} cannot be saved: the file there was not drawn by Suanli and stays as it is"
    )
    assert [each.read_bytes() for each in photo.parent.iterdir()] == [b"mine"]


@pytest.mark.parametrize("command", ["run", "compare", "story", "model", "variants", "money"])
def test_that_the_help_says_what_is_replaced(command, capfd):
    assert main([command, "--help"]) == 0
    said = " ".join(capfd.readouterr().out.split())
    assert "is there already is replaced, unless it holds a scenario" in said
    assert ("only pictures that Suanli drew are" in said) == ("FOLDER" in said)


def test_that_nothing_is_written_over_what_is_read(pictured, capfd):
    before = pictured.read_bytes()
    said = _refused(["run", pictured, "--futures", "8", "--png", "."], capfd)
    assert said == "--png names the file that is read: enterprises.mine.png"
    assert pictured.read_bytes() == before


@pytest.mark.parametrize("text", ["", "{,}", '{"format": "suanli-scenario", }'])
def test_that_a_damaged_scenario_is_not_replaced_by_an_export(text, never_run, capfd):
    path = never_run / "plan.scenario.json"
    path.write_text(text, "utf-8")
    said = _refused([*RUN, "--json", path], capfd)
    assert said.endswith("the file there is a scenario and stays as it is")
    assert path.read_text("utf-8") == text


def _python(*arguments, **options):
    command = [sys.executable, "-m", "ui", *arguments]
    return subprocess.run(command, cwd=ROOT, check=False, timeout=100, **options)


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has no /dev/full")
@pytest.mark.parametrize(
    "arguments", [["run", "nope"], ["run"], ["--quick"], ["validate", "/nowhere"], ["facts", "x"]]
)
def test_that_a_standard_error_that_is_full_changes_no_exit_code(arguments):
    with Path("/dev/full").open("wb") as full:
        done = _python(*arguments, stdout=subprocess.PIPE, stderr=full)
    assert (done.returncode, done.stdout) == (2, b"")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has no /dev/full")
@pytest.mark.parametrize("arguments", [["--help"], ["run", "--help"], ["--version"]])
def test_that_help_into_what_is_full_is_said(arguments):
    with Path("/dev/full").open("wb") as full:
        done = _python(*arguments, stdout=full, stderr=subprocess.PIPE)
        deaf = _python(*arguments, stdout=full, stderr=full)
    assert done.stderr == b"suanli: the output cannot be used: the disk is full\n"
    assert (done.returncode, deaf.returncode) == (2, 2)


@pytest.mark.skipif(sys.platform != "linux", reason="limits of Linux")
@pytest.mark.parametrize(
    ("megabytes", "arguments"),
    [
        (150, ["run", "baseline"]),
        (300, ["compare", "baseline", "vouchers-x4"]),
        (700, ["run", "baseline", "--png", "x"]),
        (1000, ["run", "baseline", "--report", "x"]),
        (1000, ["run", "baseline", "--futures", "1000000"]),
        (100, ["validate", "baseline"]),
        (100, ["model", "--xmile", "-"]),
        (500, []),
    ],
)
def test_that_too_little_memory_is_said_before_the_run(megabytes, arguments, tmp_path):
    def limit():
        resource.setrlimit(resource.RLIMIT_AS, (megabytes << 20, megabytes << 20))

    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    done = subprocess.run(
        [sys.executable, "-m", "ui", *arguments],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=False,
        timeout=100,
        preexec_fn=limit,
        env=environment,
    )
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.count("\n") == 1
    assert f"MB of memory, and the shell allows {megabytes:,} MB" in done.stderr
    assert not list(tmp_path.iterdir())


@pytest.mark.skipif(sys.platform != "linux", reason="fonts of Linux")
def test_that_libraries_of_fonts_say_nothing_on_standard_error(tmp_path):
    environment = {**os.environ, "FONTCONFIG_FILE": str(tmp_path / "none.conf")}
    options = [*SMALL, "--png", str(tmp_path / "charts")]
    done = _python(*RUN, *options, capture_output=True, text=True, env=environment)
    assert "Fontconfig" not in done.stderr
    assert "qt." not in done.stderr.lower()
    assert done.stderr.count("\n") <= 1


SYSTEMS = {"de_DE.UTF-8": ";", "it_IT": ";", "en_US.UTF-8": ",", "zh_CN.UTF-8": ",", "C": ","}
FORM = "from ui.print.spreadsheet import *; form = csv_form_for_excel(); print(form.separator)"


@pytest.mark.skipif(sys.platform != "linux", reason="variables of Linux")
@pytest.mark.parametrize("system", SYSTEMS)
def test_that_a_csv_for_excel_follows_the_numbers_of_the_system(system):
    environment = {**os.environ, "LC_ALL": "", "LANG": "fr_FR", "LC_NUMERIC": system}
    command = [sys.executable, "-c", FORM]
    done = subprocess.run(
        command, cwd=ROOT, check=True, capture_output=True, text=True, env=environment
    )
    assert done.stdout == SYSTEMS[system] + "\n"


@pytest.mark.skipif(sys.platform != "linux", reason="variables of Linux")
def test_that_a_csv_is_for_excel_on_request_alone(tmp_path):
    environment = {**os.environ, "LC_ALL": "de_DE.UTF-8"}
    for name, asked in (("a.csv", ["--csv-for", "excel"]), ("plain.csv", [])):
        options = ["--csv", str(tmp_path / name), *asked]
        assert _python(*RUN, *options, stdout=subprocess.DEVNULL, env=environment).returncode == 0
    made, plain = ((tmp_path / name).read_text("utf-8") for name in ("a.csv", "plain.csv"))
    assert plain.startswith("scenario,time,")
    assert made.startswith("\ufeffscenario;time;")
    assert made[1:].replace(",", ".").replace(";", ",") == plain


def test_that_a_form_without_a_csv_is_refused(never_run, capfd):
    said = _refused([*RUN, "--csv-for", "excel"], capfd)
    assert said == "--csv-for says how --csv is written, and there is none"


def test_that_a_scenario_stays_though_its_name_is_another(never_run, capfd):
    write(never_run / "table.csv", Scenario(title="Plan"))
    said = _refused([*RUN, "--csv", "table.csv"], capfd)
    assert said.endswith("the file there is a scenario and stays as it is")
