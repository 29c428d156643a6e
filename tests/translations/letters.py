"""Letters of menus in a catalog: no two entries of one menu share one, whatever words they have.

A translator underlines whichever letter is best; where two entries chose the same one, one of them
gets another of its letters, the first of a word if one is free. In languages without letters the
English one stands in brackets behind the text.
"""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from tests.translations.catalogs import Translations
from tests.translations.found import Text
from ui.wording.commands.table import MENUS, rows_of

_CONTEXT: Final = "Commands"
_IN_PLACE_OF: Final = {
    "&Difference from {scenario}": "&Difference from baseline",
    "Difference from {scenario} in &percent": "Difference in &percent",
}
"""What entries are called while all is compared with a scenario."""
_IN_BRACKETS: Final = re.compile(r"\(&\w\)")


def lettered(known: Translations) -> Translations:
    """Return a catalog in which each menu's entries differ in their letters, as far as they can."""
    changed = dict(known)
    for texts in menus():
        forms = [_form(each, known) for each in texts]
        for text, form in zip(texts, _told_apart(forms), strict=True):
            if known.get(text, ("",))[0]:
                changed[text] = (form,)
    return changed | dict(_with_letters_kept(changed))


def _with_letters_kept(known: Translations) -> Iterator[tuple[Text, tuple[str, ...]]]:
    """Go through what entries are called at times, with the letters that they have otherwise."""
    for text, usual in _IN_PLACE_OF.items():
        form = known.get(Text(_CONTEXT, text), ("",))[0]
        place = _places(form).get(_letter(usual, known)) if form else None
        if place is not None and form[:place].count("{") == form[:place].count("}"):
            yield Text(_CONTEXT, text), (_underlined(form, place),)


def _letter(text: str, known: Translations) -> str:
    """Return the letter of an entry in a catalog, the English one where it is not translated."""
    (form,) = known.get(Text(_CONTEXT, text), ("",))
    return re.findall("&(.)", form or text)[0].casefold()


def menus() -> Iterator[list[Text]]:
    """Go through the menu bar and all menus: what stands in each."""
    yield [Text(_CONTEXT, menu.text) for menu in MENUS if not menu.inside]
    yield from ([Text(_CONTEXT, row.text) for row in rows_of(menu)] for menu in MENUS)


def _form(text: Text, known: Translations) -> str:
    """Return the translation of an entry; in English, marked so, where it has none."""
    (form,) = known.get(text, ("",))
    letter = _letter(text.one, {}).upper()
    return _IN_BRACKETS.sub(f"(&{letter})", form) or text.one


def _told_apart(forms: Sequence[str]) -> list[str]:
    """Return the same words with letters that differ, the ones that they have where they can."""
    wishes = [_places(form) for form in forms]
    owners: dict[str, int] = {}
    for number in range(len(forms)):
        _find_letter(number, wishes, owners, set())
    letters = {number: letter for letter, number in owners.items()}
    return [_underlined(form, wishes[n].get(letters.get(n, ""))) for n, form in enumerate(forms)]


def _find_letter(
    number: int, wishes: Sequence[dict[str, int]], owners: dict[str, int], tried: set[str]
) -> bool:
    """Give an entry a letter, moving others to letters of theirs where it takes that."""
    for letter in wishes[number]:
        if letter not in owners:
            owners[letter] = number
            return True
    for letter in wishes[number]:
        if letter not in tried:
            tried.add(letter)
            if _find_letter(owners[letter], wishes, owners, tried):
                owners[letter] = number
                return True
    return False


def _places(form: str) -> dict[str, int]:
    """Return where each letter of a text stands first, the best letters first."""
    plain = form.replace("&", "")
    if _IN_BRACKETS.search(form):
        return {form[form.index("&") + 1].casefold(): form.index("&")}
    starts = [each.start() for each in re.finditer(r"\b\w", plain)]
    found: dict[str, int] = {}
    for place in (form.find("&"), *starts, *range(len(plain))):
        if plain[place].isascii() and plain[place].isalnum():
            found.setdefault(plain[place].casefold(), place)
    return found


def _underlined(form: str, place: int | None) -> str:
    plain = form.replace("&", "")
    return form if place is None else f"{plain[:place]}&{plain[place:]}"
