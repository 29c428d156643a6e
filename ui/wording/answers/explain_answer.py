"""Why an outcome changed as an answer to be kept: for window, report and terminal alike.

Floor: wording.
"""

from planner.quantities.told import lists
from planner.studies.answers.answer import Answer
from planner.studies.answers.english import also_in_english
from planner.studies.comparison import is_baseline
from planner.studies.explain.explanation import Explanation
from planner.studies.explain.table import table_of, title_text
from ui.wording.answers.explain import sentences

KEY = "why"


@also_in_english
def answer_of(found: Explanation) -> Answer:
    """Return the answer with all of its sentences."""
    return Answer(
        study=KEY,
        title=title_text(),
        scenario=found.after.title,
        against="" if is_baseline(found.before) else found.before.title,
        about=found.about,
        sentence=lists.sentences(sentences(found)),
        table=table_of(found),
        stamp=found.stamp,
    )
