"""The answer to "What does it take?" as reports, sessions and the terminal keep it.

Floor: wording.
"""

from planner.quantities.told.lists import sentences
from planner.storage.sentences.catalog import translate
from planner.studies.answers.answer import Answer
from planner.studies.answers.english import also_in_english
from planner.studies.solve.solution import Held, Solution
from planner.studies.solve.table import table_of, title_text
from ui.wording.answers.solve import (
    answer_text,
    asked_text,
    reached_text,
    survival_text,
)
from ui.wording.answers.solve_reasons import effects_text, reasons

KEY = "takes"


@also_in_english
def answer_of(solution: Solution, held: tuple[Held, ...] = ()) -> Answer:
    """Return the answer, with what variants say of it where these were run."""
    question = solution.question
    said = (
        translate("Sentences", "{clause}.").format(clause=asked_text(question)),
        answer_text(solution),
        survival_text(solution, held),
    )
    return Answer(
        study=KEY,
        title=title_text(),
        scenario=question.scenario.title,
        against="" if question.beside is None else question.beside.title,
        about=question.goal.about,
        sentence=sentences(said),
        table=table_of(solution, held),
        stamp=solution.stamp,
    )


def more_sentences(solution: Solution, held: tuple[Held, ...] = ()) -> tuple[str, ...]:
    """Return what stands below the answer, the weightiest first.

    Whether it holds, and what else moves; or how near it comes, and what holds it back.
    """
    if solution.status == "out of reach":
        said = (reached_text(solution), *reasons(solution))
    else:
        said = (survival_text(solution, held), effects_text(solution))
    return tuple(filter(None, said))
