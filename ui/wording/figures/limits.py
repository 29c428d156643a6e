"""How shares of futures by what limits compute are told: all of them, the largest first.

The one owner of the form, for charts, cards, sentences, reports and the terminal. What limits in
no future is named too: a missing word would read as not told. Floor: wording, no Qt.
"""

from collections.abc import Sequence

from planner.model.outcome import State
from planner.quantities.told.labels import model_text
from planner.quantities.told.lists import all_of, in_turn, spanning
from planner.storage.sentences.catalog import translate
from planner.studies.parts.limits import LimitShare
from ui.wording.figures.differences import share_told

_UNTOLD, _SMALL = 0.005, 0.01
"""Shares below which a range is told as small, and below which it begins at next to nothing."""


def shares_text(*years: Sequence[LimitShare]) -> str:
    """Return what limits one segment in a year: `chips 73%, demand 27%, power 0%`.

    Of several years the shares are ranges, in the order of their means.
    """
    states = [each.state for each in years[0]] if years else []
    shares = {state.key: _shares(state, years) for state in states}
    states.sort(key=lambda state: -sum(shares[state.key]))
    told = [_told(state_name(each), shares[each.key]) for each in states if any(shares[each.key])]
    never = [state_name(each) for each in states if not any(shares[each.key])]
    return in_turn((*told, _never(never)))


def first_text(*years: Sequence[LimitShare]) -> str:
    """Return the first part of it alone, for little room: `chips 51–77%`."""
    state = years[0][0].state
    return _told(state_name(state), _shares(state, years))


def state_name(state: State) -> str:
    """Return what a state is called within a line."""
    return model_text(state.label).lower()


def _shares(state: State, years: Sequence[Sequence[LimitShare]]) -> list[float]:
    return [each.share for year in years for each in year if each.state.key == state.key]


def _told(name: str, shares: Sequence[float]) -> str:
    return translate("Limits", "{state} {share}").format(state=name, share=_span(shares))


def _never(names: Sequence[str]) -> str:
    if len(names) == 1:
        return _told(names[0], [0.0])
    text = translate("Limits", "{states} 0% each")
    return text.format(states=all_of(names)) if names else ""


def _span(shares: Sequence[float]) -> str:
    low, high = min(shares), max(shares)
    ends = share_told(low), share_told(high)
    if ends[0] == ends[1] or high < _UNTOLD:
        return ends[1]
    if low < _SMALL:
        return translate("Limits", "up to {share}").format(share=ends[1])
    return spanning(ends[0].removesuffix("%"), ends[1])
