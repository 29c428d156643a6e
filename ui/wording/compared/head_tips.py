"""What the heads of a comparison tell where they are pointed at. Floor: wording."""

from planner.model.graph import model
from planner.quantities.told.labels import model_text
from planner.storage.sentences.catalog import translate
from ui.wording.help.explained import explanation
from ui.wording.literal import literal_tip


def column_tip(title: str) -> str:
    """Return the title of a scenario in full, with what its terms mean; without one, of the rest.

    The rest is what several scenarios give only together.
    """
    if title:
        return f"{literal_tip(title)}{explanation(title)}"
    text = translate(
        "ComparisonSheet", "What the whole changes beyond what its parts change each by itself"
    )
    return literal_tip(text)


def row_tip(outcome: str, name: str) -> str:
    """Return what an outcome is; of a row of none, what the terms in its name mean."""
    return literal_tip(model_text(model().outcomes[outcome].doc)) if outcome else explanation(name)
