"""The sentences of `suanli run`: what changes, in which places, and what limits compute."""

from planner.ensemble.projection import Projection, Request
from planner.studies.key_figures import YEAR
from ui.terminal.tables.figures import key_figures_told
from ui.terminal.tables.wrapping import filled
from ui.wording.sentences.paragraph import Told, paragraph, paragraph_requests


def told_of(run: Projection, below: Projection, areas: tuple[str, ...] = ()) -> Told:
    """Return what is told of a run against its own baseline."""
    year = min(YEAR, run.scenario.last_year)
    return Told(run, below, year=year, pairs=tuple(key_figures_told()), areas=areas)


def in_words(told: Told) -> str:
    """Return the paragraph of a run, each sentence on lines of its own."""
    return "\n".join(filled(sentence) for sentence in paragraph(told))


def levels_in_words(areas: tuple[str, ...] = ()) -> tuple[Request, ...]:
    """Return the levels of the baseline that say how exactly its differences are told."""
    levels = [each for each in paragraph_requests(areas) if each.view == "absolute"]
    own = (Request(*pair) for pair in key_figures_told())
    return tuple(dict.fromkeys((*own, *(each for each in levels if not each.state))))
