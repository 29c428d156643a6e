"""How futures were drawn, in the language that the window speaks."""

from planner.ensemble.conditioning.description import Kind
from planner.storage.sentences.catalog import translate


def draws_text(kind: Kind) -> str:
    """Return how futures were drawn, in words that follow them."""
    match kind:
        case "conditioned":
            return translate("Draws", "consistent with 2025-26")
        case "as drawn":
            return translate("Draws", "as drawn")
        case "provisional":
            return translate("Draws", "not yet weighed")
        case "calibrated":
            return translate("Draws", "consistent with your numbers")
