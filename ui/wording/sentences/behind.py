"""Sentences on what is behind a change: which inputs make it, and whether its sign is open.

Parts are means, which add up, beside a median: they are said to be about so much. That a sign holds
is said of what most futures agree on; where another defensible structure of the model turns it, the
text says that it is open. Floor: wording, no Qt.
"""

from collections.abc import Sequence
from typing import Final

from planner.model.graph import model
from planner.model.indices import split_address
from planner.quantities.listed import listed
from planner.quantities.shown import with_unit
from planner.quantities.telling import level_decimals
from planner.quantities.told.labels import model_text, within_a_line
from planner.quantities.told.lists import as_sentence, clause_mark, clauses
from planner.quantities.told.numerals import numerals
from planner.storage.sentences.catalog import translate
from planner.studies.explain.behind import Behind
from planner.studies.explain.changed_inputs import ChangedInput
from planner.studies.explain.explanation import InputPart
from ui.wording.figures.units import form_of
from ui.wording.numbers import has_digits, signed_fixed
from ui.wording.sentences.names import percent, place_within
from ui.wording.translate import unit_text

WORTH_TELLING: Final = 0.05
"""What only together gives is said from this share of the difference on."""
_NAMED: Final = 2


def parts_sentence(found: Behind) -> str:
    """Return which inputs make a change; empty where there are no parts to tell apart."""
    clause = parts_clause(found)
    return as_sentence(clause)


def parts_clause(found: Behind) -> str:
    """Return the same within a sentence."""
    told = [each for each in found.parts if has_digits(_amount(each.amount.mean, found))]
    if len(found.parts) < _NAMED or not told:
        return ""
    first, *others = told
    said = [translate("Sentences", "{amount} comes from {name}").format(**_said(first, found))]
    named = others if len(others) <= _NAMED else others[:1]
    said += [
        translate("Sentences", "{amount} from {name}").format(**_said(each, found))
        for each in named
    ]
    rest = others[len(named) :]
    if rest:
        amount = _amount(sum(each.amount.mean for each in rest), found)
        text = translate("Sentences", "{amount} from {count} others")
        said.append(text.format(amount=amount, count=len(rest)))
    text = translate("Sentences", "about {parts}{together}")
    return text.format(parts=clauses(said), together=_together(found))


def open_sentence(found: Behind, name: str = "") -> str:
    """Return in which variants the sign of a change, maybe named, turns; empty where in none."""
    clause = open_clause(found)
    text = translate("Sentences", "Open: {clause}.")
    if name:
        text = translate("Sentences", "{name}: open, {clause}.")
    return text.format(name=name, clause=clause) if clause else ""


def open_clause(found: Behind) -> str:
    """Return the same within a sentence."""
    if not found.turning:
        return ""
    titles = [model_text(each.title) for each in found.turning]
    text = translate("Sentences", "the sign turns where {variants}")
    return text.format(variants=listed(titles, clause_mark(), _NAMED))


def holds_sentence(found: Behind) -> str:
    """Return that the sign of a change holds in every variant; empty where that is not so."""
    return as_sentence(holds_clause(found))


def holds_clause(found: Behind) -> str:
    """Return the same within a sentence.

    It is not said of what 80% of futures hold both signs of: that is open already.
    """
    both = found.total.low < 0 < found.total.high
    if found.turning or found.total.sign == 0 or both or not found.looked_into:
        return ""
    text = translate("Sentences", "the sign holds in all {count} variants of the model")
    return text.format(count=found.looked_into)


def holds_together(found: Sequence[Behind]) -> str:
    """Return that the signs of several changes hold; empty unless that is so of each."""
    said = [holds_sentence(each) for each in found]
    if not all(said):
        return ""
    text = translate("Sentences", "The signs hold in all {count} variants of the model.")
    return text.format(count=found[0].looked_into) if len(said) > 1 else "".join(said)


def _said(part: InputPart, found: Behind) -> dict[str, str]:
    """Return an input and its part, with the unit where things are not counted."""
    amount = _amount(part.amount.mean, found)
    form = form_of(model().outcomes[found.about.outcome].told_in)
    unit = "" if form.is_count else unit_text(form.difference)
    return {"name": input_name(part.changed), "amount": with_unit(amount, unit)}


def _amount(mean: float, found: Behind) -> str:
    """Return an amount with its sign, as exactly as the largest of the parts is told."""
    form = form_of(model().outcomes[found.about.outcome].told_in)
    sizes = (found.total.mean, *(each.amount.mean for each in found.parts))
    decimals = level_decimals(max(map(abs, sizes)) * form.factor, form)
    return signed_fixed(mean * form.factor, decimals, numerals())


def _together(found: Behind) -> str:
    """Return how much of a change comes only from doing all at once, where that is sure."""
    amount, total = found.together, found.total
    if amount is None or amount.low * amount.high <= 0 or total.low * total.high <= 0:
        return ""
    share = amount.mean / total.mean
    if share < WORTH_TELLING:
        return ""
    text = translate("Sentences", "; {share}% of it only from doing all together")
    if len(found.parts) == _NAMED:
        text = translate("Sentences", "; {share}% of it only from doing both")
    return text.format(share=percent(min(share, 1.0)))


def input_name(changed: ChangedInput) -> str:
    """Return what an input is called within a sentence, with its place where it has one."""
    if changed.kind == "figures":
        return translate("Sentences", "other figures")
    key, element = split_address(changed.name)
    row = (model().assumptions if changed.kind == "assumption" else model().levers)[key]
    name = within_a_line(model_text(row.label))
    if not element:
        return name
    text = translate("Sentences", "{name} in {place}")
    return text.format(name=name, place=place_within(element))
