"""What matters most, in words: the answers of the card and of `suanli matters`, one sentence each.

Shares are those of the spread, which is variance; what is said of a group is said of all its
members. Pure functions on results; floor: wording.
"""

from typing import Final

from planner.model.graph import model
from planner.model.indices import split_address
from planner.quantities.shown import with_unit
from planner.quantities.told import lists
from planner.quantities.told.labels import model_text
from planner.quantities.told.numerals import fixed, numerals
from planner.storage.sentences.catalog import translate
from planner.studies.answers.about import About
from planner.studies.matters.first_order import Matters, Share
from planner.studies.matters.holding import Holding
from planner.studies.matters.tables import told_of
from planner.studies.matters.tornado import Swing, Tornado
from planner.studies.matters.totals import Total, Totals
from ui.wording.figures.units import form_of
from ui.wording.figures.values import value_text
from ui.wording.rows.described import described
from ui.wording.translate import unit_text

LITTLE: Final = 0.1
"""A first share below this part is no answer: nothing stands out."""


def name_of(name: str) -> str:
    """Return what an assumption or a lever is called where its row is not seen."""
    key, element = split_address(name)
    row = (model().assumptions if key in model().assumptions else model().levers)[key]
    return described(row, element).full_name


def percent_text(share: float) -> str:
    """Return a share in whole percent; what is not none is at least under 1%."""
    whole = round(100 * share)
    return "<1%" if whole == 0 and share > 0 else f"{whole}%"


def card_line(found: Matters) -> str:
    """Return what the numbers are."""
    text = translate(
        "Matters", "share of the spread that each assumption explains, {count} futures"
    )
    return text.format(count=fixed(found.stamp.futures, 0, numerals()))


def together_with(share: Share) -> str:
    """Return which assumptions stand under the name of the first; empty where it is alone."""
    if not share.is_group:
        return ""
    others = share.members[1:]
    if len(others) == 1:
        return translate("Matters", "with {name}, as a group").format(name=name_of(others[0]))
    form = translate("Matters", "with {name} and {count} more, as a group")
    return form.format(name=name_of(others[0]), count=len(others) - 1)


def share_in_words(share: Share) -> str:
    """Return all about one share: its uncertainty, its direction, and the members of its group."""
    form = translate(
        "Matters", "{name}: {share}, give or take {error}. More of it raises the outcome."
    )
    if share.slope < 0:
        form = translate(
            "Matters", "{name}: {share}, give or take {error}. More of it lowers the outcome."
        )
    said = form.format(
        name=name_of(share.lead),
        share=percent_text(share.share),
        error=percent_text(share.error),
    )
    if not share.is_group:
        return said
    parts = (
        f"{name_of(name)} {percent_text(alone)}"
        for name, alone in zip(share.members, share.alone, strict=True)
    )
    alone = translate("Matters", "Drawn together, so told as a group; alone they explain: {parts}.")
    return lists.sentences((said, alone.format(parts=lists.in_a_row(parts))))


def sentence(found: Matters) -> str:
    """Return the answer: what to learn about first, and whether it turns the sign of the gain."""
    first = found.first
    if first is None:
        return nothing_told(found)
    said = _lead(first)
    return lists.sentences((said, _sign(found))) if found.turning is not None else said


def holding_sentence(found: Holding) -> str:
    """Return whether what comes first does so in variants of the model; open where it does not."""
    if not found.others:
        form = translate("Matters", "It comes first in all {count} variants of the model, too.")
        return form.format(count=found.variants)
    where = lists.clauses(
        translate("Matters", "where {variant}, {name} does").format(
            variant=model_text(variant.title), name=name_of(lead)
        )
        for variant, lead in found.others
    )
    short = holding_in_short(found).rstrip(".\N{IDEOGRAPHIC FULL STOP}")
    return translate("Sentences", "{clause}.").format(clause=lists.led_by(short, where))


def holding_in_short(found: Holding) -> str:
    """Return the same without naming what else comes first."""
    if not found.others:
        return translate("Matters", "First in all {count} variants.").format(count=found.variants)
    form = translate("Matters", "Open: in {some} of {count} variants of the model it is not first.")
    return form.format(some=len(found.others), count=found.variants)


def nothing_told(found: Matters) -> str:
    """Return why nothing is told."""
    if not found.stamp.futures:
        return translate("Matters", "There are no futures to look at.")
    form = translate(
        "Matters", "In December {year} nothing varies, or too few futures have a number."
    )
    return form.format(year=found.about.year)


def foot_note(found: Matters) -> str:
    """Return what has to be known to read the shares."""
    listed = told_of(found)
    grouped = translate(
        "Matters", "Linked assumptions count as one group; shares overlap and need not add to 100%."
    )
    if listed and all(each.slope > 0 for each in listed):
        return lists.sentences((translate("Matters", "All raise it."), grouped))
    return lists.sentences((translate("Matters", "↓ lowers it."), grouped))


def years_note() -> str:
    """Return what has to be known to read the shares over the years."""
    return translate(
        "Matters", "What is left white comes of several together, or of many small ones."
    )


def totals_sentence(found: Totals, about: About) -> str:
    """Return which assumption explains most with all that it does together with others."""
    told = found.of(about)
    if not told:
        return translate("Matters", "In December {year} nothing varies.").format(year=about.year)
    first = told[0]
    form = translate(
        "Matters",
        "{name} explains {total} of the spread with all it does together with others "
        "({low} to {high}), {alone} alone.",
    )
    return form.format(
        name=name_of(first.name),
        total=percent_text(first.total),
        low=percent_text(max(0.0, first.total - first.total_reach)),
        high=percent_text(first.total + first.total_reach),
        alone=percent_text(max(0.0, first.first)),
    )


def totals_line(found: Totals) -> str:
    """Return what the numbers of total shares are."""
    form = translate(
        "Matters", "with all it does together; {count} futures without correlation and weights"
    )
    return form.format(count=fixed(found.stamp.futures, 0, numerals()))


def total_in_words(total: Total) -> str:
    """Return both indices of one assumption with their intervals."""
    form = translate(
        "Matters",
        "{name}: {total} with all it does together (give or take {reach}), {alone} alone "
        "(give or take {alone_reach}).",
    )
    return form.format(
        name=name_of(total.name),
        total=percent_text(total.total),
        reach=percent_text(total.total_reach),
        alone=percent_text(max(0.0, total.first)),
        alone_reach=percent_text(total.first_reach),
    )


def tornado_sentence(found: Tornado) -> str:
    """Return which assumption and which lever move the outcome most, and from where to where."""
    firsts = [each[0] for each in (found.of("assumption"), found.of("lever")) if each]
    if not firsts:
        return translate("Matters", "Nothing moves it in December {year}.").format(
            year=found.about.year
        )
    form = translate("Matters", "{name} alone: {low} to {high}.")
    return lists.sentences(
        form.format(
            name=name_of(each.name),
            low=outcome_text(found.about, each.at_low, found.center, with_unit_behind=False),
            high=outcome_text(found.about, each.at_high, found.center),
        )
        for each in firsts
    )


def tornado_line(found: Tornado) -> str:
    """Return what the bars of a tornado are."""
    form = translate("Matters", "each one low and high, the others as they are: around {center}")
    return form.format(center=outcome_text(found.about, found.center, found.center))


def swing_in_words(found: Tornado, swing: Swing) -> str:
    """Return what one input does alone."""
    row = (model().assumptions if swing.kind == "assumption" else model().levers)[
        split_address(swing.name)[0]
    ]
    form = form_of(row.unit).of_size(swing.low, swing.high)
    size = max(swing.low, swing.high, key=abs) * form.factor
    ends = (swing.low, swing.high)
    low, high = (value_text(each * form.factor, form, numerals(), size) for each in ends)
    text = translate("Matters", "{name} from {low} to {high}: {at_low} to {at_high}")
    return text.format(
        name=name_of(swing.name),
        low=low,
        high=with_unit(high, unit_text(form.shown)),
        at_low=outcome_text(found.about, swing.at_low, found.center, with_unit_behind=False),
        at_high=outcome_text(found.about, swing.at_high, found.center),
    )


def outcome_text(
    about: About, value: float, center: float, *, with_unit_behind: bool = True
) -> str:
    """Return a value of the outcome asked about in the unit shown, as exactly as its center."""
    form = form_of(model().outcomes[about.outcome].told_in)
    text = value_text(value * form.factor, form, numerals(), center * form.factor)
    return with_unit(text, unit_text(form.shown)) if with_unit_behind else text


def _lead(first: Share) -> str:
    name, share = name_of(first.lead), percent_text(first.share)
    if first.share < LITTLE:
        form = translate(
            "Matters", "No assumption stands out; the first explains {share} of the spread."
        )
    elif first.is_group:
        form = translate(
            "Matters", "{name} matters most: with what is linked to it, {share} of the spread."
        )
    else:
        form = translate("Matters", "{name} matters most: it explains {share} of the spread.")
    return form.format(name=name, share=share)


def _sign(found: Matters) -> str:
    if found.turning:
        return translate("Matters", "From low to high it turns the sign of the difference.")
    return translate("Matters", "Low or high, it does not turn the sign of the difference.")
