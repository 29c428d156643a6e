"""How futures were drawn, in the language that the window speaks."""

from PySide6.QtCore import QCoreApplication

from planner.ensemble.conditioning.description import Kind


def draws_text(kind: Kind) -> str:
    """Return how futures were drawn, in words that follow them."""
    match kind:
        case "conditioned":
            return QCoreApplication.translate("Draws", "consistent with 2025-26")
        case "as drawn":
            return QCoreApplication.translate("Draws", "as drawn")
        case "provisional":
            return QCoreApplication.translate("Draws", "not yet weighed")
        case "calibrated":
            return QCoreApplication.translate("Draws", "consistent with your numbers")
