"""The baseline is called in the language spoken where it is shown, and in English in files."""

import json

from planner.files.scenario.scenario_file import to_bytes
from planner.files.scenario.titles import distinct_names, told_apart
from planner.model.scenario import Scenario
from planner.quantities.told.titles import BASELINE_TITLE, shown_title
from planner.storage.sentences.spoken import speaking


def test_that_the_baseline_is_called_in_the_language_spoken():
    assert shown_title(BASELINE_TITLE) == "Baseline"
    with speaking("it"):
        assert shown_title(BASELINE_TITLE) == "Riferimento"
        assert distinct_names([BASELINE_TITLE, "Plan"]) == ("riferimento", "plan")
    with speaking("zh_CN"):
        assert shown_title(BASELINE_TITLE) == "基准情景"


def test_that_a_title_somebody_gave_stays_as_it_is():
    with speaking("it"):
        assert shown_title("Baseline 2") == "Baseline 2"
        assert shown_title("") == ""
        assert told_apart(["Baseline", "baseline"]) == ("Baseline", "baseline 2")


def test_that_a_file_calls_the_baseline_in_english_whatever_is_spoken():
    with speaking("zh_CN"):
        assert json.loads(to_bytes(Scenario()))["title"] == BASELINE_TITLE
