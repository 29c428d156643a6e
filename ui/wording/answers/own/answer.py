"""What own numbers say as an answer to keep: sentence, table and stamp. Floor: wording, no Qt."""

from typing import Final

from planner.studies.answers.answer import Answer
from planner.studies.answers.english import also_in_english
from planner.studies.calibrate.calibrating import Calibration
from planner.studies.calibrate.table import (
    calibrated_title,
    table_of,
)
from ui.wording.answers.own.sentences import (
    calibration_sentence,
)

KEY: Final = "numbers"


@also_in_english
def answer_of(found: Calibration) -> Answer:
    """Return the answer on one scenario."""
    return Answer(
        study=KEY,
        title=calibrated_title(),
        scenario=found.scenario.title,
        against="",
        about=found.about,
        sentence=calibration_sentence(found),
        table=table_of(found),
        stamp=found.stamp,
    )
