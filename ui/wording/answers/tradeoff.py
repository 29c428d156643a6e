"""Two outcomes at once, in words: which scenarios are not beaten, and in which world.

Pure functions on a result; floor: wording.
"""

from planner.model.graph import model
from planner.model.outcome import Better
from planner.quantities.listed import listed
from planner.quantities.told.labels import model_text
from planner.quantities.told.lists import in_turn, sentences
from planner.quantities.told.titles import shown_title
from planner.storage.sentences.catalog import translate
from planner.studies.answers.about import About
from planner.studies.answers.answer import Answer
from planner.studies.answers.english import also_in_english
from planner.studies.survive.survival_table import tradeoff_table
from planner.studies.survive.tradeoff import TradeOff
from planner.studies.survive.worlds import worlds
from ui.wording.answers.survive import world_name
from ui.wording.elements import name_within


@also_in_english
def tradeoff_answer(found: TradeOff) -> Answer:
    """Return the answer as it is kept, told in full."""
    return Answer(
        study="survive-tradeoff",
        title=translate("Survive", "Two outcomes against each other"),
        scenario=listed([each.title for each in found.points if each.title]),
        against="",
        about=found.first,
        sentence=tradeoff_sentence(found),
        table=tradeoff_table(found),
        stamp=found.stamp,
    )


def tradeoff_line() -> str:
    """Return what the picture shows."""
    return translate("Survive", "differences from the baseline with 80% ranges; filled: not beaten")


def tradeoff_sentence(found: TradeOff) -> str:
    """Return which choices are not beaten in both outcomes, which are, and in which world."""
    nothing = translate("Survive", "doing nothing")
    free = listed([shown_title(each.title) or nothing for each in found.pareto])
    lost = listed([shown_title(each.title) or nothing for each in found.points if each.is_beaten])
    form = translate("Survive", "Not beaten: {free}.")
    if found.world != worlds()[0]:
        form = translate("Survive", "Not beaten in the world {world}: {free}.")
    text = form.format(free=free, world=world_name(found.world))
    if not lost:
        return text
    return sentences((text, translate("Survive", "Beaten: {lost}.").format(lost=lost)))


def outcome_text(about: About) -> str:
    """Return what an axis shows: the outcome, and of which element."""
    name = model_text(model().outcomes[about.outcome].label)
    return in_turn((name, name_within(about.element))) if about.element else name


def better_text(better: Better) -> str:
    """Return what is better of an outcome, as it stands in front of its name."""
    return translate("Survive", "more of") if better == "more" else translate("Survive", "less of")
