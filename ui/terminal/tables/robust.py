"""What `suanli variants` prints: the effect in each variant, and the sentence of the finding."""

from planner.model.graph import model
from planner.quantities.shown import unit_of_difference
from planner.quantities.told.labels import model_text
from planner.quantities.told.numerals import numerals
from planner.quantities.unit_forms import unit_form
from planner.storage.sentences.catalog import translate
from planner.studies.finding import finding, outcome_name, percent_text, share_text
from planner.studies.robustness import Effect, Robustness
from ui.terminal.tables.columns import aligned
from ui.terminal.tables.figures import in_unit
from ui.terminal.tables.wrapping import filled
from ui.wording.numbers import signed
from ui.wording.translate import unit_text


def robust(found: Robustness) -> str:
    """Return the table and the sentence, for reading."""
    asked = found.asked
    unit = model().outcomes[asked.outcome].told_in
    factor = unit_form(unit).factor
    difference = unit_of_difference(unit)
    text = translate("Terminal", "{outcome} in December {year}, what the levers change")
    head = text.format(outcome=outcome_name(asked), year=asked.year)
    rows = [_head(), *(_row(effect, factor) for effect in found.effects)]
    told = in_unit(head, unit_text(difference)) if difference else head
    return "\n\n".join((told, aligned(rows), filled(finding(found))))


def _head() -> tuple[str, ...]:
    return (
        translate("Terminal", "where"),
        translate("Terminal", "up"),
        translate("Terminal", "down"),
        *("P10", "P50", "P90"),
        translate("Terminal", "median %"),
    )


def _row(effect: Effect, factor: float) -> tuple[str, ...]:
    sizes = (effect.p10, effect.p50, effect.p90)
    reference = max(abs(each) for each in sizes) * factor
    return (
        model_text(effect.variant.title),
        share_text(effect.above),
        share_text(effect.below),
        *(signed(each * factor, numerals(), reference) for each in sizes),
        "" if effect.percent != effect.percent else percent_text(effect.percent),
    )
