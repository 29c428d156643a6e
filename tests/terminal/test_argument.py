"""`suanli run` and `suanli compare` print question, finding and decision of what they run."""

from dataclasses import replace

from planner.files.scenario.scenario_file import write
from planner.model.presented.presented import Presented
from planner.model.scenario import Scenario
from ui.command_line import main

SAID = Presented("Is it\nenough?", "It is not, for centers run empty.", "Wait")
ARGUED = Scenario(title="Argued", futures=16, presented=SAID)
PRINTED = "Question: Is it enough?\nFinding: It is not, for centers run empty.\nDecision: Wait\n"


def test_that_a_run_begins_with_what_was_asked_found_and_decided(tmp_path, capsys):
    path = tmp_path / "argued.scenario.json"
    write(path, ARGUED)
    assert main(["run", str(path)]) == 0
    assert capsys.readouterr().out.startswith(PRINTED)
    assert main(["run", str(path), "--title", "Another"]) == 0
    assert "Question" not in capsys.readouterr().out


def test_that_a_comparison_tells_it_of_each_scenario_that_says_something(tmp_path, capsys):
    for scenario in (replace(ARGUED, title="Silent", presented=Presented()), ARGUED):
        write(tmp_path / f"{scenario.title}.json", scenario)
    assert (
        main(["compare", *(str(tmp_path / f"{each}.json") for each in ("Silent", "Argued"))]) == 0
    )
    printed = capsys.readouterr().out
    assert printed.startswith(f"Argued\n{PRINTED}")
    assert printed.count("Question") == 1
