"""What every command that answers a question takes and prints."""

import csv
import json
from dataclasses import replace

import pytest

from planner.files.exports.answers.answer_table import answer_csv, answer_json
from planner.model.scenario import Scenario, lever_value
from planner.studies.answers.about import About
from planner.studies.answers.answer import Answer
from planner.studies.answers.stamp import Stamp
from planner.studies.answers.table import AnswerColumn, AnswerTable
from ui.terminal.arguments.parser import Parser
from ui.terminal.ask.answering import answer_text, destination, say_answer, stamp_lines
from ui.terminal.ask.asking import about_in, add_question, one_scenario, scenarios_in
from ui.terminal.reading.inputs import InputError
from ui.wording.answers.table_text import readable_table

COLUMNS = (
    AnswerColumn("lever", "Lever"),
    AnswerColumn("part", "Part", "EFLOPS", is_difference=True),
    AnswerColumn("share", "Share", "share"),
)
ANSWER = Answer(
    study="why",
    title="Why did it change?",
    scenario="Both together",
    against="",
    about=About("used_compute", "", 2030),
    sentence="A fifth of the gain comes only from doing both.",
    table=AnswerTable(
        "Part of each lever",
        COLUMNS,
        (("Network", 84.25, 0.2), ("Only together", -3.5, float("nan"))),
        ("Means, which add up.",),
    ),
    stamp=Stamp(2025, "conditioned", 1000, "3.0"),
)


def _answer():
    return ANSWER


def _asked(*given):
    parser = Parser("suanli why")
    add_question(parser, "scenarios")
    return parser.parse_args(given)


def test_that_scenarios_are_named_described_or_changed():
    options = _asked("vouchers-x4", "--scenario", "Fast", "--set", "network_build_time=2")
    named, described = scenarios_in(options)
    assert named.title != described.title == "Fast"
    assert lever_value(described, "network_build_time") == 2
    changed = one_scenario(_asked("--set", "network_build_time=2", "--futures", "64"))
    assert lever_value(changed, "network_build_time") == 2
    assert changed.futures == 64
    assert "network_build_time" in changed.title
    assert one_scenario(_asked()) == Scenario()
    assert one_scenario(_asked("--set", "seed=7")).seed == 7


def test_that_a_question_is_about_an_outcome_an_element_or_a_sum():
    assert about_in(_asked("--outcome", "enterprises.chengdu", "--year", "2028")) == About(
        "enterprises", "chengdu", 2028
    )
    summed = _asked("--outcome", "enterprises.beijing+chengdu")
    assert about_in(summed).element == "beijing+chengdu"


@pytest.mark.parametrize(
    ("given", "said"),
    [
        (("--outcome", "enterprise"), "there is no outcome"),
        (("--outcome", "enterprises.beijing+tokyo"), "is not known for"),
        (("--year", "2040"), "the scenario ends in 2035"),
    ],
)
def test_that_a_question_about_nothing_is_refused(given, said):
    with pytest.raises(InputError, match=said):
        about_in(_asked(*given), Scenario())


def test_that_several_scenarios_are_too_many_for_one_question():
    with pytest.raises(InputError, match="about one scenario"):
        one_scenario(_asked("baseline", "vouchers-x4"))


def test_that_an_answer_is_its_sentence_its_table_and_its_stamp():
    text = answer_text(ANSWER)
    assert text.startswith("A fifth of the gain")
    assert "Part (EFLOPS)" in text
    assert "+84.2" in text
    assert "\N{MINUS SIGN}3.5" in text
    assert "undefined" in text
    assert text.endswith("1,000 futures, consistent with 2025-26, seed 2025, model 3.0")


def test_that_columns_of_numbers_are_told_from_those_of_words():
    table = readable_table(ANSWER.table)
    assert table.are_numbers == (False, True, True)
    assert table.rows[0][0] == "Network"


def test_that_the_table_goes_to_csv_or_json_by_its_ending(tmp_path, capsys):
    files = [tmp_path / name for name in ("part.csv", "part.json")]
    for file in files:
        say_answer(destination(_asked("--table", str(file))), _answer)
    assert capsys.readouterr().out.count("wrote ") == 2
    assert files[0].read_text("utf-8") == answer_csv(ANSWER)
    with files[0].open(encoding="utf-8") as text:
        rows = list(csv.DictReader(text))
    document = json.loads(files[1].read_text("utf-8"))
    assert [row["lever"] for row in rows] == ["Network", "Only together"]
    assert float(rows[0]["part"]) == document["rows"][0]["part"] == 84.25
    assert document["rows"][1]["share"] is None
    assert document["sentence"] == ANSWER.sentence
    assert (document["seed"], document["model_version"]) == (2025, "3.0")


def test_that_a_table_that_is_printed_stands_alone(capsys):
    say_answer(destination(_asked("--table", "-")), _answer)
    assert json.loads(capsys.readouterr().out)["study"] == "why"


def test_that_an_answer_on_fewer_futures_than_there_are_says_so_in_terminal_and_file():
    fewer = replace(ANSWER, stamp=Stamp(2025, "conditioned", 1000, "3.0", 2000))
    said = "1,000 of 2,000 futures are used"
    assert said in answer_text(fewer)
    assert said in answer_json(fewer)
    assert said in stamp_lines(fewer.stamp)
    assert (
        stamp_lines(ANSWER.stamp) == "1,000 futures, consistent with 2025-26, seed 2025, model 3.0"
    )
