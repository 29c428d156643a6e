"""Why an outcome changed, in words: names of what differs, its numbers, and one sentence each.

Means are said, because they add up. What other defensible structures of the model turn is said to
be open. Pure functions on a result; floor: wording.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from planner.ensemble.projection import Request
from planner.model.graph import model
from planner.model.indices import address, split_address
from planner.model.inputs import elements_of
from planner.quantities.listed import listed
from planner.quantities.shown import with_unit
from planner.quantities.telling import ends_told, is_told, level_decimals
from planner.quantities.told.labels import model_text
from planner.quantities.told.lists import clause_mark
from planner.quantities.told.numerals import fixed, numerals
from planner.quantities.told.titles import shown_title
from planner.quantities.unit_forms import UnitForm
from planner.storage.sentences.catalog import translate
from planner.studies.differing_inputs import DifferingInputs
from planner.studies.explain.changed_inputs import ChangedInput
from planner.studies.explain.explanation import Amount, Explanation, InputPart
from planner.studies.explain.survival import is_looked_into
from planner.studies.variants import Variant
from ui.wording.compared.cells import row_name
from ui.wording.compared.inputs import input_lines
from ui.wording.figures.differences import share_text
from ui.wording.figures.units import form_of
from ui.wording.figures.values import value_text
from ui.wording.numbers import Numerals, has_digits, signed_fixed
from ui.wording.rows.described import described
from ui.wording.translate import unit_text

WORTH_TELLING: Final = 0.05
"""What only together gives is said from this share of the difference on."""
MOST: Final = 2 / 3
"""A part of more than this share of the difference is most of it."""
_NAMED: Final = 2


@dataclass(frozen=True, slots=True)
class Digits:
    """How exactly the numbers of one explanation are told, all alike."""

    form: UnitForm
    decimals: int
    style: Numerals

    def change(self, amount: float) -> str:
        """Return an amount in base units with its sign, without its unit."""
        return signed_fixed(amount * self.form.factor, self.decimals, self.style)

    @property
    def unit(self) -> str:
        """The unit of differences; empty for what is counted."""
        return unit_text(self.form.difference)

    def is_told(self, amount: Amount) -> bool:
        """Tell whether anything is seen of an amount or of its range."""
        ends = (amount.mean, amount.low, amount.high)
        shown = [each * self.form.factor for each in ends]
        return is_told(shown[0], shown, self.decimals)


def digits_of(found: Explanation) -> Digits:
    """Return how exactly parts are told: as the largest of them, or the difference."""
    form = form_of(model().outcomes[found.about.outcome].told_in)
    sizes = (found.total.mean, *(each.amount.mean for each in found.parts))
    size = max(map(abs, sizes)) * form.factor
    return Digits(form, level_decimals(size, form), numerals())


def name_of(changed: ChangedInput) -> str:
    """Return what an input is called where its row is not seen."""
    if changed.kind == "figures":
        return translate("Why", "Other figures")
    key, element = split_address(changed.name)
    row = (model().assumptions if changed.kind == "assumption" else model().levers)[key]
    return described(row, element).full_name


def changes_of(found: Explanation) -> dict[str, str]:
    """Return by name what each input is changed from and to, as `4 → 2 years`."""
    of_kind = {"assumption": list[str](), "lever": list[str]()}
    for each in found.parts:
        if each.changed.kind != "figures":
            kind = "assumption" if each.changed.kind == "assumption" else "lever"
            of_kind[kind] += _addresses(each.changed.name)
    differing = DifferingInputs(tuple(of_kind["lever"]), tuple(of_kind["assumption"]), ())
    text = translate("Why", "{before} → {after}")
    return {
        line.address: with_unit(text.format(before=line.texts[0], after=line.texts[1]), line.unit)
        for line in input_lines(differing, (found.before, found.after))
    }


def card_line(found: Explanation) -> str:
    """Return what the numbers are."""
    text = translate("Why", "means of {count} futures, with 80% ranges")
    return text.format(count=fixed(found.stamp.futures - found.left_out, 0, numerals()))


def level_line(found: Explanation) -> str:
    """Return that means are told, the median of the difference, and what it is from."""
    digits, form = digits_of(found), form_of(model().outcomes[found.about.outcome].told_in)
    text = translate(
        "Why", "These are means; the median difference is {median}. {before}: mean {level}."
    )
    level = value_text(found.level * form.factor, form, digits.style)
    return text.format(
        before=shown_title(found.before.title),
        level=with_unit(level, unit_text(form.shown)),
        median=with_unit(digits.change(found.total.median), digits.unit),
    )


def sentences(found: Explanation) -> tuple[str, ...]:
    """Return the answer: what makes most of it, what only together gives, what is open."""
    digits = digits_of(found)
    if not digits.is_told(found.total):
        return (_as_before(found, digits),)
    told = [_lead(found, digits), *_against(found, digits), *_together(found, digits)]
    return (*told, *_survival(found))


def sentence(found: Explanation) -> str:
    """Return the one sentence that says most beside a chart of the parts.

    What is open comes first, then what only together gives: the parts themselves are seen.
    """
    digits = digits_of(found)
    if not digits.is_told(found.total):
        return sentences(found)[0]
    told = (*_open(found), *_together(found, digits), *_against(found, digits))
    return told[0] if told else _lead(found, digits)


def share_sentence(amount: Amount) -> str:
    """Return in how many futures something is higher, or lower where that is more."""
    is_higher = amount.higher >= amount.lower
    form = translate("Why", "higher in {share} of futures")
    if not is_higher:
        form = translate("Why", "lower in {share} of futures")
    return form.format(share=share_text(amount.higher if is_higher else amount.lower))


def part_in_words(found: Explanation, part: InputPart) -> str:
    """Return all that is known of a part, for a tip."""
    digits = digits_of(found)
    form = translate("Why", "{name}: {part}; {share}. Alone {alone}, after all others {last}.")
    if len(found.parts) == 1:
        form = translate("Why", "{name}: {part}; {share}.")
    return form.format(
        name=name_of(part.changed),
        part=amount_in_words(digits, part.amount),
        share=share_sentence(part.amount),
        alone=digits.change(part.alone),
        last=digits.change(part.last),
    )


def amount_in_words(digits: Digits, amount: Amount) -> str:
    """Return a mean with its unit and its range."""
    mean = with_unit(digits.change(amount.mean), digits.unit)
    if ends_told(amount.low, amount.high) is None:
        return mean
    text = translate("Why", "{mean} ({low} to {high})")
    return text.format(
        mean=mean,
        low=digits.change(amount.low),
        high=digits.change(amount.high),
    )


def _addresses(name: str) -> list[str]:
    """Return the address, or of a lever as a whole those of its areas."""
    row = model().levers.get(name)
    return [name] if row is None else [address(name, each) for each in elements_of(row)]


def _as_before(found: Explanation, digits: Digits) -> str:
    form = translate("Why", "{outcome} in {year}: as in {before}.")
    if any(digits.is_told(each.amount) for each in found.parts):
        form = translate("Why", "{outcome} in {year}: as in {before}; the parts cancel out.")
    return form.format(
        outcome=_outcome(found), year=found.about.year, before=shown_title(found.before.title)
    )


def _lead(found: Explanation, digits: Digits) -> str:
    """Say what makes the largest part that goes the way of the difference."""
    first, *others = _with_the_total(found)
    said = {
        "change": _rise_or_fall(found),
        "name": name_of(first.changed),
        "part": digits.change(first.amount.mean),
        "total": with_unit(digits.change(found.total.mean), digits.unit),
    }
    if len(found.parts) == 1:
        form = translate("Why", "All of the {change} comes from {name}: {total}.")
    elif first.amount.mean / found.total.mean > 1:
        form = translate("Why", "{name}: {part}, more than the whole {change} of {total}.")
    elif first.amount.mean / found.total.mean > MOST or not others:
        form = translate("Why", "Most of the {change} comes from {name}: {part} of {total}.")
    else:
        form = translate(
            "Why", "Of the {change} of {total}, {part} comes from {name} and {second} from {other}."
        )
        said |= {
            "other": name_of(others[0].changed),
            "second": digits.change(others[0].amount.mean),
        }
    return form.format(**said)


def _against(found: Explanation, digits: Digits) -> list[str]:
    """Say what works against the difference, by as much as can be seen."""
    against = [each for each in found.by_size if each.amount.mean * found.total.mean < 0]
    seen = [each for each in against if has_digits(digits.change(each.amount.mean))]
    if not seen:
        return []
    text = translate("Why", "Against it: {parts}.")
    named = translate("Why", "{name} ({part})")
    parts = [
        named.format(name=name_of(each.changed), part=digits.change(each.amount.mean))
        for each in seen
    ]
    return [text.format(parts=listed(parts, clause_mark(), _NAMED))]


def _together(found: Explanation, digits: Digits) -> list[str]:
    """Say what comes only from doing several at once, where its sign is sure and it counts."""
    amount = found.together
    if amount is None or amount.low * amount.high <= 0:
        return []
    share = amount.mean / found.total.mean
    if abs(share) < WORTH_TELLING:
        return []
    if share > 0:
        form = translate("Why", "{share} of the {change} comes only from doing all of it together.")
        if len(found.parts) == _NAMED:
            form = translate("Why", "{share} of the {change} comes only from doing both.")
        return [form.format(share=share_text(min(share, 1.0)), change=_rise_or_fall(found))]
    form = translate("Why", "Together they change {amount} less than each by itself.")
    size = with_unit(digits.change(abs(amount.mean)).removeprefix("+"), digits.unit)
    return [form.format(amount=size)]


def _survival(found: Explanation) -> list[str]:
    """Say what is open, or that nothing is; nothing where that was not asked."""
    if found.turning != () or found.total.sign == 0:
        return _open(found)
    if is_looked_into(found):
        return [translate("Why", "All signs hold in every variant of the model.")]
    return [translate("Why", "The sign of the difference holds in every variant of the model.")]


def _open(found: Explanation) -> list[str]:
    """Say what turns where: the difference itself, else parts that count, the largest first."""
    turning = found.turning or ()
    whole = [each for each in turning if each.changed is None]
    if found.total.sign == 0:
        form = translate("Why", "Open: up in {higher} and down in {lower} of futures.")
        shares = found.total.higher, found.total.lower
        return [form.format(higher=share_text(shares[0]), lower=share_text(shares[1]))]
    if whole:
        form = translate("Why", "Open: the sign turns where {variants}.")
        return [form.format(variants=_titles(whole[0].variants))]
    form = translate("Why", "The part of {name} is open: it turns where {variants}.")
    by = {each.changed: each.variants for each in turning}
    least = WORTH_TELLING * abs(found.total.mean)
    return [
        form.format(name=name_of(each.changed), variants=_titles(by[each.changed]))
        for each in found.by_size
        if each.changed in by and abs(each.amount.mean) >= least
    ]


def _titles(variants: Sequence[Variant]) -> str:
    return listed([model_text(each.title) for each in variants], clause_mark(), _NAMED)


def _with_the_total(found: Explanation) -> list[InputPart]:
    same = [each for each in found.by_size if each.amount.mean * found.total.mean > 0]
    return same or list(found.by_size)


def _rise_or_fall(found: Explanation) -> str:
    return translate("Why", "rise") if found.total.mean > 0 else translate("Why", "fall")


def _outcome(found: Explanation) -> str:
    return row_name(Request(found.about.outcome, found.about.element))
