"""Title and notes of an example in the language spoken. Floor: wording.

The files of examples are in English, as the terminal reads them: what it writes is the same in
every language. The window opens them as scenarios of who reads them.
"""

from dataclasses import replace
from typing import TYPE_CHECKING

from planner.quantities.told.labels import model_text

if TYPE_CHECKING:
    from planner.files.scenario.scenario_file import Opened


def example_told(found: "Opened") -> "Opened":
    """Return an example as it was opened, titled and explained in the language spoken."""
    scenario = found.scenario
    title, notes = model_text(scenario.title), model_text(scenario.notes)
    return replace(found, scenario=replace(scenario, title=title, notes=notes))
