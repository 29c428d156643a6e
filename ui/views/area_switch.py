"""The place switch of the toolbar: recent choices side by side, and a list to make another.

It shows what `AreaChoice` holds and tells it what a hand chose. Typing the name of a place that the
model does not have says what stands for it. Floor: views.
"""

from planner.model.indices import AREAS
from planner.model.stand_ins import names_of
from planner.storage.sentences.catalog import translate
from ui.charts.contents.scopes import AT_MOST, Areas
from ui.views.area_choice import AreaChoice
from ui.widgets.place_list import Option, PlaceList
from ui.widgets.place_switch import PlaceSwitch
from ui.wording.areas import all_places, names_beside, short_names_beside, stands_for
from ui.wording.commands.rows.places import ALL
from ui.wording.elements import element_names

SEGMENTS_AT_MOST = 3
"""All places, and two other choices: more would not fit beside the year."""


class AreaSwitch(PlaceSwitch):
    """The switch; the list is made when it is first opened."""

    def __init__(self, areas: AreaChoice) -> None:
        super().__init__(
            translate("Places", "Place"), translate("Places", "Choose one to three places")
        )
        self._areas = areas
        self._list: PlaceList | None = None
        self.chosen.connect(areas.choose)
        self.list_wanted.connect(self.open_list)
        areas.changed.connect(self._show)
        areas.recalled.connect(self._show)
        self._show()

    def open_list(self) -> None:
        """Open the list under the button that stands for it."""
        if self._list is None:
            self._list = self._make_list()
        self._check()
        self._list.open_beside(self.opener)

    @property
    def list(self) -> PlaceList | None:
        """The list of places, once it has been opened."""
        return self._list

    def _show(self) -> None:
        """Offer all places and the recent choices; what is chosen stands there in any case."""
        chosen, recent = self._areas.chosen, list(self._areas.recent)
        if chosen and chosen not in recent:
            recent = [chosen, *recent][: SEGMENTS_AT_MOST - 1]
        choices = {(): all_places(short=True)} | {each: names_beside(each) for each in recent}
        short = short_names_beside(chosen) if chosen else all_places()
        self.show_choices(choices, chosen, short)
        self._check()

    def _check(self) -> None:
        if self._list is not None:
            chosen: Areas = self._areas.chosen
            self._list.show_checked(chosen or (ALL,), is_full=self._areas.is_full)

    def _make_list(self) -> PlaceList:
        names = element_names()
        options = [Option(ALL, all_places())]
        options += [Option(each, names[each], names_of(each)) for each in AREAS]
        hint = translate("Places", "Up to {count} places stand side by side.").format(count=AT_MOST)
        made = PlaceList(options, translate("Places", "Find a place"), hint, stands_for, self)
        made.toggled.connect(self._areas.toggle)
        made.closed.connect(self._areas.recall)
        return made
