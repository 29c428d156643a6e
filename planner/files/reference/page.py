"""The reference of the model as Markdown, made from the rows and functions of the model itself.

Seventh floor of planner. It says what is there: it holds no sentence about any one lever or
equation.
"""

from planner.files.reference.equations import equations, functions_called, outcomes
from planner.files.reference.evidence import evidence, measured
from planner.files.reference.inputs import assumptions, constants, levers
from planner.model.graph import model
from planner.storage.sentences.catalog import translate


def reference_markdown() -> str:
    """Return levers, assumptions, constants, equations, outcomes, backtest and evidence."""
    title = translate("Reference", "Reference of the Suanli model, version {version}")
    parts = (
        f"# {title.format(version=model().version)}",
        _introduction(),
        *levers(),
        *assumptions(),
        *constants(),
        *equations(),
        *functions_called(),
        *outcomes(),
        *measured(),
        *evidence(),
    )
    return "\n\n".join(parts) + "\n"


def _introduction() -> str:
    return translate(
        "Reference",
        "Made from the code. Defaults are on the checked figures; a default that differs on "
        "the figures as printed in the articles has that one behind it in brackets.",
    )
