"""What a question is about: an outcome, of the whole or of an element, at the end of a year.

Sixth floor of planner, a frozen value that window, terminal and files share. It knows no scenario:
which one is asked about, and against which other one, whoever asks says beside it.
"""

from dataclasses import dataclass, replace

from planner.ensemble.projection import Request, View
from planner.model.graph import model
from planner.model.scenario import FIRST_YEAR, LAST_YEAR_AT_MOST
from planner.model.sums import can_be_asked
from planner.quantities.dates import MONTHS_PER_YEAR
from planner.quantities.told.labels import model_text
from planner.storage.sentences.catalog import translate


class AboutError(ValueError):
    """A question about something there is not; the message is one sentence."""


@dataclass(frozen=True, slots=True)
class About:
    """An outcome in December of a year; the element is empty for the whole.

    It may be a sum of areas, such as `beijing+henan` (`planner.model.sums`).
    """

    outcome: str
    element: str
    year: int

    @property
    def pair(self) -> tuple[str, str]:
        """The outcome and its element."""
        return self.outcome, self.element

    @property
    def month(self) -> int:
        """The number of the month that is asked about, 0 for January of the first year."""
        return (self.year - FIRST_YEAR + 1) * MONTHS_PER_YEAR - 1

    @property
    def unit(self) -> str:
        """The base unit that the outcome is counted in."""
        return model().outcomes[self.outcome].unit

    def request(self, view: View = "absolute") -> Request:
        """Return the series that is asked about, in a view."""
        return Request(self.outcome, self.element, view)


def about_another(about: About, outcome: str) -> About:
    """Return the same question about another outcome: of the same element where it has that.

    Else it is about the whole, or about the first element of an outcome that has no whole.
    """
    row = model().outcomes[outcome]
    if can_be_asked(row, about.element):
        return replace(about, outcome=outcome)
    return replace(about, outcome=outcome, element=row.elements[0])


def check_about(about: About) -> About:
    """Return what a question is about, if there is such a thing. Raises AboutError."""
    outcome = model().outcomes.get(about.outcome)
    if outcome is None:
        said = translate("Planner", "there is no outcome {key}")
        raise AboutError(said.format(key=about.outcome))
    name = model_text(outcome.label)
    if outcome.is_counted:
        said = translate("Planner", "{name} is no number of which a question can be answered")
        raise AboutError(said.format(name=name))
    if not can_be_asked(outcome, about.element):
        raise AboutError(_not_known(name, about.element))
    if not FIRST_YEAR <= about.year <= LAST_YEAR_AT_MOST:
        said = translate("Planner", "the year is {year}, outside {first} to {last}")
        ends = {"first": FIRST_YEAR, "last": LAST_YEAR_AT_MOST}
        raise AboutError(said.format(year=about.year, **ends))
    return about


def _not_known(name: str, element: str) -> str:
    if not element:
        return translate("Planner", "{name} is not known for the whole").format(name=name)
    said = translate("Planner", "{name} is not known for {place}")
    return said.format(name=name, place=element)
