"""What can be chosen in a list that is searched by typing, in groups."""

from dataclasses import dataclass

from ui.wording.finding.ranking import Sought, sought_by


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """What can be chosen: its value, its words, and further words by which it is found.

    `names` are what it is called besides, in other languages and by other people; `more` is told of
    it and counts last. `aside` stands at the right. What has a `refusal` is shown and found, and
    says why it cannot be chosen.
    """

    value: object
    text: str
    names: tuple[str, ...] = ()
    more: str = ""
    aside: str = ""
    tip: str = ""
    refusal: str = ""


@dataclass(frozen=True, slots=True)
class Group:
    """Entries under a heading, which finds them too."""

    title: str
    entries: tuple[Entry, ...]


def sought_of(entry: Entry, title: str) -> Sought:
    """Return all that an entry of a group is found by."""
    return sought_by((entry.text, *entry.names), f"{title} {entry.more} {entry.aside}")
