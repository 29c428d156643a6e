"""`--lang` and SUANLI_LANG: the terminal speaks the language that is asked for."""

import pytest

from planner.files.scenario.scenario_file import examples
from planner.storage.sentences.spoken import spoken
from tests.marking import CLOSING, OPENING, marking_catalog
from tests.some import some
from ui.command_line import COMMANDS, main
from ui.terminal.arguments.language import without_language
from ui.terminal.tables.wrapping import columns_of

__all__ = ["marking_catalog"]

LOCALES = ("LC_ALL", "LC_MESSAGES", "LANG", "LANGUAGE", "SUANLI_LANG")


@pytest.fixture(autouse=True)
def _no_locale(monkeypatch):
    for name in LOCALES:
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr("locale.getlocale", lambda: (None, None))


@pytest.fixture
def broken(tmp_path):
    path = tmp_path / "a.scenario.json"
    path.write_text("{")
    return str(path)


def _complaint(arguments, capsys):
    assert main(arguments) == 2
    captured = capsys.readouterr()
    assert captured.err.count("\n") == 1
    return captured.err


@pytest.mark.parametrize("place", range(3))
def test_that_the_option_may_stand_anywhere(place, broken, capsys):
    arguments = ["validate", broken]
    arguments[place:place] = ["--lang", "it"]
    assert "non è" in _complaint(arguments, capsys)
    assert spoken() == "en"


def test_that_the_option_takes_its_value_behind_a_sign_as_well(broken, capsys):
    assert "不是" in _complaint(["validate", "--lang=zh-CN", broken], capsys)


def test_that_the_option_beats_the_variable_and_that_the_locale(broken, capsys, monkeypatch):
    monkeypatch.setenv("LANG", "it_IT.UTF-8")
    assert "non è" in _complaint(["validate", broken], capsys)
    monkeypatch.setenv("SUANLI_LANG", "zh")
    assert "不是" in _complaint(["validate", broken], capsys)
    assert "is not" in _complaint(["validate", broken, "--lang", "en"], capsys)


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--lang", "fr"], '--lang takes en, it or zh, not "fr"'),
        (["run", "baseline", "--lang"], '--lang takes en, it or zh, not ""'),
        (["--lang", "it", "facts", "--lang", "it"], "--lang is allowed once, not twice"),
    ],
)
def test_that_another_language_is_refused_in_one_sentence(arguments, said, capsys):
    assert _complaint(arguments, capsys) == f"suanli: {said}\n"


def test_that_a_variable_of_another_language_is_refused_too(capsys, monkeypatch):
    monkeypatch.setenv("SUANLI_LANG", "latin")
    said = _complaint(["facts"], capsys)
    assert said == 'suanli: SUANLI_LANG takes en, it or zh, not "latin"\n'


def test_that_behind_two_hyphens_everything_is_a_file():
    assert without_language(["--lang", "it", "--", "--lang", "x"]) == (
        "it",
        ["--", "--lang", "x"],
    )


@pytest.mark.parametrize(
    ("arguments", "asked"), [([], None), (["--lang", "zh"], "zh_CN"), (["--lang=en"], "en")]
)
def test_that_the_window_is_told_which_language_was_asked_for(arguments, asked, monkeypatch):
    opened = []

    def open_window(paths, *, language):
        opened.append((paths, language))
        return 0

    monkeypatch.setattr("ui.opening.open_window", open_window)
    path = examples()[1][2]
    assert main([str(path), *arguments]) == 0
    assert opened == [([path], asked)]


@pytest.mark.usefixtures("marking_catalog")
@pytest.mark.parametrize("command", ["", *COMMANDS])
def test_that_help_is_said_in_the_language(command, capsys):
    assert main([*filter(None, [command]), "--help", "--lang", "it"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[0].startswith(f"{OPENING}usage: {CLOSING}")
    for heading in some({"positional arguments", "options"} & {each[1:-2] for each in lines}):
        assert f"{OPENING}{heading}{CLOSING}:" in lines


@pytest.mark.usefixtures("marking_catalog")
@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (
            ["run"],
            "⟦⟦the following arguments are required: ⟦FILE|EXAMPLE⟧⟧; see suanli run --help⟧",
        ),
        (["solve", "--lever", "x"], "⟦⟦one of the arguments --at-least --at-most"),
        (["matters", "--totals", "--tornado"], "⟦not allowed with argument --totals⟧"),
        (["matters", "--totals=1"], "⟦ignored explicit argument '1'⟧"),
        (["run", "baseline", "--seed"], "⟦⟦argument --seed: ⟦expected one argument⟧⟧; see"),
        (["validate"], "⟦⟦the following arguments are required: ⟦FILE⟧⟧; see suanli"),
        (["run", "baseline", "--sed", "1"], "⟦⟦unrecognized arguments: --sed 1⟧; see suanli"),
        (["split", "--best", "x"], '⟦"x" is not allowed, only most o least⟧'),
    ],
)
def test_that_what_argparse_complains_of_is_said_in_the_language(arguments, said, capsys):
    assert said in _complaint([*arguments, "--lang", "it"], capsys)


@pytest.mark.parametrize("language", ["en", "it", "zh"])
@pytest.mark.parametrize("command", COMMANDS)
def test_that_help_stands_in_two_columns_within_its_width(command, language, capsys, monkeypatch):
    monkeypatch.setenv("COLUMNS", "80")
    assert main([command, "--help", "--lang", language]) == 0
    lines = capsys.readouterr().out.splitlines()
    first, *others = lines[: lines.index("")]
    assert max(map(columns_of, lines[lines.index("") :])) <= 80
    start = columns_of(first[: first.index(f"suanli {command}")]) + len(f"suanli {command} ")
    assert all(line[:start].isspace() and not line[start].isspace() for line in others)
