"""Whether advice survives, in words: worlds, cells of the table, verdicts, and the sentence.

What turns in another world is said to be open; what is best is best with its cost not counted,
which is said once.
Pure functions on a result; floor: wording.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from planner.model.graph import model
from planner.quantities.listed import listed
from planner.quantities.telling import level_decimals
from planner.quantities.told import lists
from planner.quantities.told.labels import model_text, within_a_line
from planner.quantities.told.numerals import numerals
from planner.quantities.unit_forms import UnitForm
from planner.storage.sentences.catalog import translate
from planner.studies.answers.answer import Answer
from planner.studies.answers.english import also_in_english
from planner.studies.survive.survival import Outcome, Survival, Verdict
from planner.studies.survive.survival_table import better_text, survival_table
from planner.studies.survive.worlds import World
from ui.wording.elements import name_within
from ui.wording.figures.differences import share_text
from ui.wording.figures.units import form_of
from ui.wording.numbers import Numerals, fixed, has_digits, signed_fixed
from ui.wording.rows.accessible_names import named_with_unit
from ui.wording.translate import unit_text

_NAMED: Final = 2


@dataclass(frozen=True, slots=True)
class Digits:
    """How exactly the numbers of one table are told, all alike."""

    form: UnitForm
    decimals: int
    style: Numerals

    def change(self, value: float) -> str:
        """Return a difference in base units with its sign, without its unit."""
        return signed_fixed(value * self.form.factor, self.decimals, self.style)

    def is_none(self, value: float) -> bool:
        """Tell whether a difference is told as none."""
        return not has_digits(self.change(value))

    def size(self, value: float) -> str:
        """Return a regret in base units, without its unit."""
        return fixed(value * self.form.factor, self.decimals, self.style)


def digits_of(found: Survival) -> Digits:
    """Return how exactly differences and regrets are told: as the largest of them."""
    form = form_of(model().outcomes[found.about.outcome].told_in)
    sizes = [abs(each.change) for row in found.rows for each in row.outcomes]
    return Digits(form, level_decimals(max(sizes) * form.factor, form), numerals())


def world_name(world: World) -> str:
    """Return what a world is called."""
    named = {
        "licensed_chips": translate("Survive", "Licensed (default)"),
        "tight_chips": translate("Survive", "Tight chips"),
        "open_chips": translate("Survive", "Open chips"),
        "low_demand": translate("Survive", "Low demand"),
        "high_demand": translate("Survive", "High demand"),
        "cost_rents": translate("Survive", "Rents follow cost"),
    }
    own = translate("Survive", "Ranges of {scenario}")
    if world.points:
        own = translate("Survive", "Own numbers of {scenario}")
    return named.get(world.key) or own.format(scenario=world.title)


def verdict_text(verdict: Verdict) -> str:
    """Return whether a sign survives, in a word."""
    return {
        "holds": translate("Survive", "holds"),
        "weak": translate("Survive", "weak"),
        "open": translate("Survive", "open"),
        "nothing": translate("Survive", "no change"),
    }[verdict]


def cell_text(each: Outcome, digits: Digits, *, is_best: bool) -> tuple[str, str]:
    """Return of one scenario in one world the difference, and its regret or that it is best.

    Nothing is called best by a difference that is told as none.
    """
    change = digits.change(each.change)
    if is_best and digits.is_none(each.change):
        return change, ""
    best = translate("Survive", "best")
    return change, best if is_best else digits.size(each.regret)


def cell_tip(each: Outcome, digits: Digits) -> str:
    """Return what a cell has no room for: range, shares of futures, targets."""
    text = translate("Survive", "{low} to {high}; higher in {up}, lower in {down}, best in {best}")
    told = text.format(
        low=digits.change(each.low),
        high=digits.change(each.high),
        up=share_text(each.up),
        down=share_text(each.down),
        best=share_text(each.best),
    )
    if each.met is None:
        return told
    met = translate("Survive", "all targets met in {share} of futures").format(
        share=share_text(each.met)
    )
    return f"{told}; {met}"


@also_in_english
def answer_of(found: Survival) -> Answer:
    """Return the answer as it is kept, told in full."""
    return Answer(
        study="survive",
        title=translate("Survive", "Does the advice survive?"),
        scenario=listed(found.scenarios),
        against="",
        about=found.about,
        sentence=lists.sentences(sentences(found)),
        table=survival_table(found),
        stamp=found.stamp,
    )


def card_line(found: Survival) -> str:
    """Return what the numbers are, with their unit, and which of them are better."""
    text = translate("Survive", "{outcome}, Dec {year}: median difference; small: regret")
    form, element = digits_of(found).form, found.about.element
    name = model_text(model().outcomes[found.about.outcome].label)
    told = lists.in_turn((name, name_within(element) if element else ""))
    unit = "" if form.is_count else unit_text(form.difference)
    said = text.format(outcome=named_with_unit(told, unit), year=found.about.year)
    return lists.clauses((said, better_text(found.better)))


def sentence(found: Survival) -> str:
    """Return the answer: what is best where, whose sign is open, and that cost is not counted."""
    told = sentences(found)
    return lists.sentences(dict.fromkeys((*told[:_NAMED], *_without_cost(found))))


def left_out_sentence(titles: Sequence[str], year: int) -> str:
    """Return which scenarios are not told of, as they end before the year; "" for none."""
    if not titles:
        return ""
    form = translate("Survive", "Left out, as it ends before Dec {year}: {names}.")
    if len(titles) > 1:
        form = translate("Survive", "Left out, as they end before Dec {year}: {names}.")
    return form.format(names=listed(titles), year=year)


def sentences(found: Survival) -> tuple[str, ...]:
    """Return what is best, what is open and where it turns, and what is weak.

    Of differences that are all told as none, it says just that.
    """
    digits = digits_of(found)
    if all(digits.is_none(each.change) for row in found.rows for each in row.outcomes):
        return (translate("Survive", "What they change here is too little to be told."),)
    return (_best(found), *_open(found), *_weak(found), *_without_cost(found))


def _without_cost(found: Survival) -> list[str]:
    """Say by what alone scenarios are compared, where some set money and others do not."""
    free = [title for title in found.scenarios if title not in found.spending]
    if not (free and found.spending):
        return []
    form = translate(
        "Survive",
        "Compared by {outcome} alone, without cost. Scenarios that set money: {spending}; that set "
        "none: {free}. For what one more costs, see “What does a yuan buy?”.",
    )
    outcome = within_a_line(model_text(model().outcomes[found.about.outcome].label))
    return [form.format(outcome=outcome, spending=listed(found.spending), free=listed(free))]


def _best(found: Survival) -> str:
    counts, worlds = found.best_counts, len(found.rows)
    if not any(counts):
        return translate("Survive", "Doing nothing is best in all {count} worlds.").format(
            count=worlds
        )
    leading = max(range(len(counts)), key=counts.__getitem__)
    said = {"name": found.scenarios[leading], "count": counts[leading], "all": worlds}
    if len(found.scenarios) == 1 and counts[leading] == worlds:
        form = translate("Survive", "{name} is better than doing nothing in all {all} worlds.")
    elif len(found.scenarios) == 1:
        form = translate(
            "Survive", "{name} is better than doing nothing in {count} of {all} worlds."
        )
    elif counts[leading] == worlds:
        form = translate("Survive", "{name} is best in all {all} worlds, its cost not counted.")
        if _without_cost(found):
            form = translate("Survive", "{name} is best in all {all} worlds.")
    elif found.least_regret == leading:
        form = translate(
            "Survive", "{name} is best in {count} of {all} worlds and has the least to regret."
        )
    else:
        form = translate(
            "Survive", "{name} is best in {count} of {all} worlds; {safe} has the least to regret."
        )
        said["safe"] = found.scenarios[found.least_regret]
    return form.format(**said)


def _open(found: Survival) -> list[str]:
    """Say of which scenarios the sign is open, and in which worlds it turns."""
    numbers = _with_verdict(found, "open")
    if not numbers:
        return []
    if len(numbers) > _NAMED:
        form = translate("Survive", "The sign is open for {names}.")
        return [form.format(names=listed([found.scenarios[each] for each in numbers]))]
    form = translate("Survive", "For {name} the sign is open: not the same in {worlds}.")
    return [
        form.format(name=found.scenarios[each], worlds=listed(_turning(found, each)))
        for each in numbers
    ]


def _weak(found: Survival) -> list[str]:
    numbers = _with_verdict(found, "weak")
    if not numbers:
        return []
    form = translate("Survive", "Weak in some world, below 80% of futures: {names}.")
    return [form.format(names=listed([found.scenarios[each] for each in numbers]))]


def _with_verdict(found: Survival, verdict: Verdict) -> Sequence[int]:
    return [each for each in range(len(found.scenarios)) if found.verdict(each) == verdict]


def _turning(found: Survival, number: int) -> list[str]:
    """Return the worlds in which most futures do not have the sign of the first world."""
    first = found.of(number)[0].sign
    return [
        world_name(row.world)
        for row in found.rows
        if not row.outcomes[number].is_none and (row.outcomes[number].sign != first or first == 0)
    ]
