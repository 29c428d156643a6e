"""The answer to "What does it take?" as reports, sessions and the terminal keep it.

Floor: wording.
"""

from planner.studies.answers.answer import Answer
from planner.studies.solve.solution import Held, Solution
from planner.studies.solve.table import TITLE, table_of
from ui.wording.answers.solve import (
    answer_text,
    asked_text,
    reached_text,
    survival_text,
)
from ui.wording.answers.solve_reasons import effects_text, reasons_text

KEY = "takes"


def answer_of(solution: Solution, held: tuple[Held, ...] = ()) -> Answer:
    """Return the answer, with what variants say of it where these were run."""
    question = solution.question
    said = (f"{asked_text(question)}.", answer_text(solution), survival_text(solution, held))
    return Answer(
        study=KEY,
        title=TITLE,
        scenario=question.scenario.title,
        against="" if question.beside is None else question.beside.title,
        about=question.goal.about,
        sentence=" ".join(filter(None, said)),
        table=table_of(solution, held),
        stamp=solution.stamp,
    )


def more_text(solution: Solution) -> str:
    """Return what stands below the answer: what else moves, or what holds it back."""
    if solution.status == "out of reach":
        return " ".join(filter(None, (reached_text(solution), reasons_text(solution))))
    return effects_text(solution)
