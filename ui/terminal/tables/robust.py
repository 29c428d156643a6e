"""What `suanli variants` prints: the effect in each variant, and the sentence of the finding."""

from textwrap import fill

from planner.model.graph import model
from planner.quantities.shown import unit_of_difference
from planner.quantities.unit_forms import unit_form
from planner.studies.finding import finding, outcome_name, percent_text, share_text
from planner.studies.robustness import Effect, Robustness
from ui.terminal.tables.columns import aligned
from ui.wording.numbers import ENGLISH_NUMERALS, signed

_WIDTH = 100
_HEAD = ("where", "up", "down", "P10", "P50", "P90", "median %")


def robust(found: Robustness) -> str:
    """Return the table and the sentence, for reading."""
    asked = found.asked
    unit = model().outcomes[asked.outcome].told_in
    factor = unit_form(unit).factor
    difference = unit_of_difference(unit)
    head = f"{outcome_name(asked)} in December {asked.year}, what the levers change"
    rows = [_HEAD, *(_row(effect, factor) for effect in found.effects)]
    return "\n\n".join(
        (
            f"{head} ({difference})" if difference else head,
            aligned(rows),
            fill(finding(found), _WIDTH),
        )
    )


def _row(effect: Effect, factor: float) -> tuple[str, ...]:
    sizes = (effect.p10, effect.p50, effect.p90)
    reference = max(abs(each) for each in sizes) * factor
    return (
        effect.variant.title,
        share_text(effect.above),
        share_text(effect.below),
        *(signed(each * factor, ENGLISH_NUMERALS, reference) for each in sizes),
        "" if effect.percent != effect.percent else percent_text(effect.percent),
    )
