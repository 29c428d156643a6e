"""Question, finding and decision of a scenario, as `run` and `compare` print them."""

from planner.model.presented.presented import Presented
from ui.terminal.tables.wrapping import filled
from ui.wording.compared.argument import argument_paragraphs


def argument_told(presented: Presented, title: str = "") -> str:
    """Return question, finding and decision in lines, under a title; empty where there are none."""
    paragraphs = (" ".join(each.split()) for each in argument_paragraphs(presented))
    told = "\n".join(map(filled, paragraphs))
    return f"{title}\n{told}" if told and title else told
