"""The command itself: exit codes, one line for a mistake, and no Qt where none is needed."""

import os
import signal
import subprocess
import sys
from importlib.metadata import version
from pathlib import Path

import pytest

from planner.files.scenario.scenario_file import EXAMPLES, examples
from ui.command_line import COMMANDS, main

ROOT = Path(__file__).parents[2]
FEW = ("--futures", "32")


def _refused(arguments, capfd):
    """Run a command that must be refused and return the one line it says."""
    assert main(arguments) == 2
    captured = capfd.readouterr()
    assert captured.err.endswith("\n")
    assert captured.err.count("\n") == 1
    assert captured.err.startswith("suanli: ")
    assert captured.out == ""
    return captured.err.removeprefix("suanli: ").rstrip("\n")


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["run"], "the following arguments are required: FILE|EXAMPLE; see suanli run --help"),
        (["run", "baselin"], 'there is no file or example "baselin"; did you mean baseline?'),
        (
            ["run", "baseline", "--set", "alibaba_plan=99999"],
            "Alibaba's plan (alibaba_plan) is 99999; it must be 0 to 10000 bn CNY",
        ),
        (
            ["run", "baseline", "--futures", "0"],
            (
                'argument --futures: "0" is not allowed, only a whole number from 1 to 1000000; '
                "see suanli run --help"
            ),
        ),
        (
            ["run", "baseline", "--seed", "²"],
            (
                'argument --seed: "²" is not allowed, only a whole number from 0 to 4294967295; '
                "see suanli run --help"
            ),
        ),
        (
            ["run", "baseline", "--sed", "1"],
            "unrecognized arguments: --sed 1; see suanli run --help",
        ),
        (
            ["run", "baseline", "--csv", "-", "--json", "-"],
            "--csv and --json cannot both go to standard output",
        ),
        (["compare", "baseline"], "compare takes two scenarios or more"),
        (["rnu"], 'there is no file "rnu"; did you mean suanli run?'),
        (["rnu", "baseline"], 'there is no file "rnu"; did you mean suanli run?'),
        (
            ["https://example.org/a.json"],
            (
                "https://example.org/a.json cannot be read: it is an address of the kind https:, "
                "and only files of this computer can be opened"
            ),
        ),
        (["file:///none/a%20b"], 'there is no file "file:///none/a%20b"'),
        ([""], '"" is not allowed, only the name of a file'),
        (["--quick"], "unrecognized arguments: --quick; see suanli --help"),
    ],
)
def test_that_a_mistake_gives_one_line_and_exit_code_two(arguments, sentence, capfd):
    assert _refused(arguments, capfd) == sentence


def test_that_a_name_that_is_no_text_is_complained_of_readably(capfd):
    name = os.fsdecode("情景.json".encode("gbk"))
    assert _refused([name], capfd).startswith('there is no file "情景.json (GBK)"')
    assert _refused(["run", name], capfd).startswith(
        'there is no file or example "情景.json (GBK)"'
    )


def test_that_a_scenario_may_be_named_by_its_address(capfd):
    address = examples()[1][2].as_uri()
    assert main(["validate", address]) == 0
    assert " is fine: 7 lever values" in capfd.readouterr().out


def test_that_the_window_opens_every_file_that_is_named(tmp_path):
    paths = [path for _, _, path in examples()[1:3]]
    program = (
        "import sys; import ui.opening; from ui.command_line import main\n"
        "ui.opening.open_window = lambda paths, **_asked: print(*paths) or 0\n"
        "sys.exit(main(sys.argv[1:]))"
    )
    names = [str(paths[0]), paths[1].as_uri()]
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    said = subprocess.run(
        [sys.executable, "-c", program, *names],
        check=True,
        capture_output=True,
        text=True,
        cwd=ROOT,
        env=environment,
    )
    assert said.stdout.split() == [str(path) for path in paths]


def test_that_an_endless_id_of_evidence_is_cut(capfd):
    assert _refused(["facts", "x" * 5000], capfd) == f"no evidence has the id “{'x' * 60}…”"


def test_that_an_unknown_id_of_evidence_names_those_near_it(capfd):
    assert _refused(["facts", "S02x"], capfd).startswith("no evidence has the id “S02x”; near it:")


def test_that_a_line_break_in_an_argument_does_not_break_the_line(capfd):
    assert '"two\\nlines"' in _refused(["run", "two\nlines"], capfd)


def test_that_a_folder_that_is_not_there_is_said(tmp_path, capfd):
    path = tmp_path / "gone" / "b.csv"
    assert main(["run", "baseline", *FEW, "--csv", str(path)]) == 2
    said = capfd.readouterr().err
    assert said == f"suanli: {path} cannot be saved: there is no such file or folder\n"


def test_that_validate_tells_what_changed_since_the_version_of_an_old_file(capsys):
    old = Path(__file__).parents[1] / "files" / "scenario" / "versions" / "1.scenario.json"
    assert main(["validate", str(old)]) == 0
    said = capsys.readouterr().out
    assert "; of format 1, since then: a file may also hold the key figures" in said


def test_that_validate_checks_every_file_and_says_what_is_wrong_with_each(tmp_path, capfd):
    good = str(examples()[1][2])
    bad = tmp_path / "bad.scenario.json"
    bad.write_text("[]", "utf-8")
    assert main(["validate", str(bad), good, str(tmp_path / "none")]) == 2
    captured = capfd.readouterr()
    assert captured.out == f"{good} is fine: 7 lever values differ from the baseline\n"
    assert captured.err.splitlines() == [
        f"suanli: {bad} holds a list; a scenario file holds one object in braces",
        f"suanli: {tmp_path / 'none'} cannot be read: there is no such file or folder",
    ]


def test_that_every_example_is_valid(capfd):
    assert main(["validate", *(str(path) for _, _, path in examples())]) == 0
    assert capfd.readouterr().out.count(" is fine: ") == len(EXAMPLES)


def test_that_help_names_every_command_and_each_command_has_its_own(capsys):
    assert main(["--help"]) == 0
    said = capsys.readouterr().out
    for name, summary in COMMANDS.items():
        assert f"{name:<11}{summary}" in said
        assert main([name, "--help"]) == 0
        assert f"usage: suanli {name}" in capsys.readouterr().out


def test_that_the_version_is_that_of_the_package(capsys):
    assert main(["--version"]) == 0
    assert capsys.readouterr().out == f"Suanli {version('suanli')}\n"


def test_that_facts_and_reference_print_what_they_promise(capfd):
    assert main(["facts", "S026"]) == 0
    assert capfd.readouterr().out.startswith("S026  ")
    assert main(["reference"]) == 0
    assert capfd.readouterr().out.startswith("# Reference of the Suanli model")


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere there is always a display")
def test_that_without_a_display_the_window_says_what_works(capfd, monkeypatch):
    for variable in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(variable, raising=False)
    said = _refused([], capfd)
    assert said == "there is no display for the window; `suanli run` works without one"


WITHOUT_QT = f"""
import sys
from ui.command_line import main

codes = [
    main(["run", "baseline", "--futures", "16", "--csv", sys.argv[1], "--set", "alibaba_plan=9"]),
    main(["compare", "baseline", "chip-imports-stopped"]),
    main(["validate", {str(examples()[0][2])!r}]),
    main(["facts"]),
    main(["backtest"]),
    main(["reference"]),
    main(["--help"]),
]
loaded = {{name.partition(".")[0] for name in sys.modules}}
print("loaded:", sorted(loaded & {{"PySide6", "shiboken6", "pyqtgraph"}}))
print("codes:", codes)
"""


def _python(*arguments, **options):
    command = [sys.executable, *arguments]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False, **options)


def test_that_no_command_without_png_imports_qt(tmp_path):
    done = _python("-c", WITHOUT_QT, str(tmp_path / "b.csv"))
    assert done.stderr == ""
    assert done.stdout.endswith("loaded: []\ncodes: [0, 0, 0, 0, 0, 0, 0]\n")


@pytest.mark.skipif(os.name != "posix", reason="pipes and signals of POSIX")
@pytest.mark.parametrize("command", [["facts"], ["reference"], ["--help"]])
def test_that_a_reader_who_leaves_early_hears_no_complaint(command):
    reading, writing = os.pipe()
    os.close(reading)
    done = subprocess.run(
        [sys.executable, "-m", "ui", *command],
        cwd=ROOT,
        stdout=writing,
        stderr=subprocess.PIPE,
        check=False,
    )
    os.close(writing)
    assert done.stderr == b""
    assert done.returncode == 0


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has no /dev/full")
def test_that_an_output_that_is_full_is_said_in_one_line():
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(
            [sys.executable, "-m", "ui", "facts"],
            cwd=ROOT,
            stdout=full,
            stderr=subprocess.PIPE,
            check=False,
        )
    assert done.stderr == b"suanli: the output cannot be used: the disk is full\n"
    assert done.returncode == 2


INTERRUPTED = """
import os, signal, sys
from ui import command_line

signal.signal(signal.SIGINT, signal.default_int_handler)  # what runs in the background ignores it

def _interrupt(_given):
    os.kill(os.getpid(), signal.SIGINT)
    raise AssertionError("the signal came too late")

command_line._answer = _interrupt
sys.exit(command_line.main(["facts"]))
"""


@pytest.mark.skipif(os.name != "posix", reason="pipes and signals of POSIX")
def test_that_an_interruption_is_quiet():
    done = _python("-c", INTERRUPTED)
    assert (done.returncode, done.stdout, done.stderr) == (128 + signal.SIGINT, "", "")


def test_that_a_terminal_of_few_letters_is_no_reason_to_fail():
    environment = {**os.environ, "PYTHONIOENCODING": "ascii", "PYTHONUTF8": "0"}
    done = _python("-m", "ui", "facts", env=environment)
    assert (done.returncode, done.stderr) == (0, "")


@pytest.mark.skipif(os.name != "posix", reason="closes streams by a shell")
@pytest.mark.parametrize(
    ("closed", "arguments", "code"),
    [
        (">&-", ["--version"], 0),
        (">&-", ["facts"], 0),
        ("2>&-", ["validate", "/nowhere"], 2),
        ("<&- >&- 2>&-", ["run", "baseline", "--csv", "-"], 2),
    ],
)
def test_that_a_closed_stream_takes_everything(closed, arguments, code):
    command = f'"$0" -m ui "$@" {closed}'
    done = subprocess.run(
        ["sh", "-c", command, sys.executable, *arguments],  # noqa: S607
        capture_output=True,
        text=True,
        check=False,
        cwd=Path(__file__).parents[2],
    )
    assert (done.returncode, done.stdout, done.stderr) == (code, "", "")
