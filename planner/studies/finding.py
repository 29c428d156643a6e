"""The sentence of a finding: an effect, in how many futures, and in how many variants it holds.

Sixth floor of planner. README, examples and terminal print a finding only in these words, so that
none is printed that another defensible structure turns without saying so.
"""

from planner.ensemble.progress import to_the_end
from planner.model.graph import model
from planner.model.scenario import Scenario
from planner.model.sums import label_of
from planner.quantities.listed import listed
from planner.quantities.told.labels import model_text
from planner.quantities.told.lists import between, clause_mark, sentences
from planner.quantities.told.numerals import plain, signed_fixed
from planner.storage.sentences.catalog import translate
from planner.studies.robustness import Asked, Effect, Robustness, robustness

_FEW_DIGITS = 10


def finding(found: Robustness) -> str:
    """Return what is found, with its counts; begins with "Open." where a variant turns the sign."""
    first, others = found.specified, len(found.effects) - 1
    said: dict[str, object] = {
        "outcome": outcome_name(found.asked),
        "year": found.asked.year,
        "futures": plain(first.futures),
        "variants": others,
        "share": share_text(first.share_with(found.sign)),
        "median": percent_text(first.percent),
    }
    if first.is_none and not found.turning:
        text = translate(
            "Planner",
            "{outcome} in {year}: the same in all {futures} futures and all {variants} variants.",
        )
        return text.format(**said)
    if found.sign == 0:
        return _open_itself(found, said)
    if found.turning:
        return _open_in_variants(found, said)
    said |= {"variants": others - len(found.unchanged), "span": _span(found)}
    return sentences((_holds(found, said), _unchanged(found)))


def finding_of(scenario: Scenario, asked: Asked) -> str:
    """Run every variant and return what is found of a scenario's levers."""
    return finding(to_the_end(robustness(scenario, asked)))


def outcome_name(asked: Asked) -> str:
    """Return the outcome in question as a sentence names it."""
    label = model_text(model().outcomes[asked.outcome].label)
    if not asked.element:
        return label
    text = translate("Planner", "{name} ({place})")
    return text.format(name=label, place=label_of(asked.element))


def percent_text(value: float) -> str:
    """Return a change in percent with as many digits as tell something."""
    return f"{signed_fixed(value, 2 if abs(value) < _FEW_DIGITS else 0)}%"


def share_text(value: float) -> str:
    """Return a share of futures in percent; only all of them are 100%, only none is 0."""
    whole = round(100 * value)
    if whole in (0, 100) and value not in (0.0, 1.0):
        return translate("Planner", "under 1%") if whole == 0 else translate("Planner", "over 99%")
    return f"{whole}%"


def _open_itself(found: Robustness, said: dict[str, object]) -> str:
    first = found.specified
    text = translate(
        "Planner",
        "Open. {outcome} in {year}: up in {above} and down in {below} of {futures} futures.",
    )
    return text.format(**said, above=share_text(first.above), below=share_text(first.below))


def _open_in_variants(found: Robustness, said: dict[str, object]) -> str:
    text = translate(
        "Planner",
        "Open. {outcome} in {year}: down in {share} of {futures} futures (median {median}), but "
        "not in {count} of {variants} variants: {turned}.",
    )
    if found.sign > 0:
        text = translate(
            "Planner",
            "Open. {outcome} in {year}: up in {share} of {futures} futures (median {median}), but "
            "not in {count} of {variants} variants: {turned}.",
        )
    turned = listed([_told(each) for each in found.turning], clause_mark())
    return text.format(**said, count=len(found.turning), turned=turned)


def _holds(found: Robustness, said: dict[str, object]) -> str:
    """Say in how many futures of each variant the sign holds, and where in the fewest."""
    weakest = found.weakest
    if weakest is found.specified:
        return _holds_throughout(found.sign).format(**said)
    least, where = share_text(weakest.share_with(found.sign)), model_text(weakest.variant.title)
    return _holds_least(found.sign).format(**said, least=least, where=where)


def _holds_throughout(sign: int) -> str:
    if sign > 0:
        return translate(
            "Planner",
            "{outcome} in {year}: up in {share} of {futures} futures (median {median}), and in no "
            "fewer in any of {variants} variants; medians {span}.",
        )
    return translate(
        "Planner",
        "{outcome} in {year}: down in {share} of {futures} futures (median {median}), and in no "
        "fewer in any of {variants} variants; medians {span}.",
    )


def _holds_least(sign: int) -> str:
    if sign > 0:
        return translate(
            "Planner",
            "{outcome} in {year}: up in {share} of {futures} futures (median {median}), and in at "
            "least {least} in each of {variants} variants, the fewest where {where}; medians "
            "{span}.",
        )
    return translate(
        "Planner",
        "{outcome} in {year}: down in {share} of {futures} futures (median {median}), and in at "
        "least {least} in each of {variants} variants, the fewest where {where}; medians {span}.",
    )


def _told(effect: Effect) -> str:
    """Say of a variant what most of its futures do."""
    share = share_text(max(effect.above, effect.below))
    return _does(effect.sign).format(share=share, where=model_text(effect.variant.title))


def _does(sign: int) -> str:
    if sign > 0:
        return translate("Planner", "up in {share} where {where}")
    if sign < 0:
        return translate("Planner", "down in {share} where {where}")
    return translate("Planner", "divided in {share} where {where}")


def _unchanged(found: Robustness) -> str:
    """Name the variants in which nothing changes, which are not among those counted."""
    titles = [model_text(each.variant.title) for each in found.unchanged]
    text = translate("Planner", "Nothing changes where {variants}.")
    return text.format(variants=listed(titles, clause_mark())) if titles else ""


def _span(found: Robustness) -> str:
    sizes = [each.percent for each in found.effects if each not in found.unchanged]
    return between(percent_text(min(sizes)), percent_text(max(sizes)))
