"""An answer as it is kept: what was asked, what is said in one sentence, and its numbers.

Sixth floor of planner, a frozen value. Reports, workbooks and sessions take it as it is: they know
no study, and add none of their own words but those around it.
"""

from dataclasses import dataclass, field, replace

from planner.studies.answers.about import About
from planner.studies.answers.picture import Picture
from planner.studies.answers.stamp import Stamp
from planner.studies.answers.table import AnswerTable


@dataclass(frozen=True, slots=True)
class Answer:
    """An answer of a `study`, by its key, on a scenario by its title, `against` another one.

    `against` is empty for the baseline. `sentence` is what the answer says, empty where it has not
    been said in words. Where fewer futures were used than the scenario has, the first note of its
    table says so. `picture` is what it was drawn as, None where that is not known. One that is
    said in another language carries itself in `english`.
    """

    study: str
    title: str
    scenario: str
    against: str
    about: About
    sentence: str
    table: AnswerTable
    stamp: Stamp
    picture: Picture | None = None
    english: "Answer | None" = field(default=None, compare=False, repr=False)

    def __post_init__(self) -> None:
        """Say in the table where fewer futures were used than there are."""
        fewer, notes = self.stamp.fewer, self.table.notes
        if fewer and fewer not in notes:
            object.__setattr__(self, "table", replace(self.table, notes=(fewer, *notes)))

    @property
    def for_programs(self) -> "Answer":
        """The answer in English, as programs read it; as it was said where that is not known."""
        return self.english or self
