"""The card that says what matters most: which assumptions make the spread of an outcome.

Shares follow the hand, from the futures of the run on screen; so do their areas over the years, and
each input low and high. Total shares take runs of their own and are asked for. It computes nothing:
that does `planner.studies.matters`. Floor: views.
"""

from functools import partial
from typing import TYPE_CHECKING, Final, Literal

from planner.ensemble.progress import Steps
from planner.ensemble.projection import inputs_of
from planner.model.scenario import Scenario
from planner.quantities.told.lists import as_sentence, sentences
from planner.storage.sentences.catalog import translate
from planner.studies.answers.about import About
from planner.studies.matters.error import MattersError
from planner.studies.matters.first_order import Matters, asked, matters_of
from planner.studies.matters.holding import Holding, holding
from planner.studies.matters.tornado import Tornado, tornado
from planner.studies.matters.totals import POINTS, Totals, totals
from ui.charts.shares.areas import areas_of
from ui.charts.shares.bars import share_bars, swing_bars, total_bars
from ui.charts.shares.view import SharesView, Shown
from ui.engine.answered import Answered
from ui.engine.shown_run import ShownRun
from ui.print.answers.drawn import with_shares
from ui.style.theme import Theme
from ui.views.ask.study_card import AskParts, StudyCard
from ui.widgets.segmented import Segmented
from ui.wording.answers.matters import (
    card_line,
    holding_in_short,
    nothing_told,
    sentence,
    tornado_line,
    tornado_sentence,
    totals_line,
    totals_sentence,
)
from ui.wording.answers.matters_answer import (
    KEY,
    answer_of,
    tornado_answer,
    totals_answer,
    years_answer,
)

if TYPE_CHECKING:
    from planner.ensemble.many import Projector
    from planner.studies.answers.answer import Answer

Page = Literal["shares", "years", "totals", "swings"]

PAGES: Final[tuple[Page, ...]] = ("shares", "years", "totals", "swings")

_NARROWEST: Final = 260
"""Pixels that it is readable in, whatever its head would like."""


class MattersCard(StudyCard):
    """Tells what matters of the run on screen; links lead from one picture to another."""

    key = KEY
    CHOSEN = ("page",)
    FOUND = ("found", "totals", "tornado", "_about", "_run", "_of_totals", "_looked_at", "_held")

    def __init__(self, parts: AskParts) -> None:
        title = translate("MattersCard", "What matters most?")
        super().__init__(title, parts)
        self.page: Page = "shares"
        self.found: Matters | None = None
        self.totals: Totals | None = None
        self.tornado: Tornado | None = None
        self._about: About | None = None
        self._run: ShownRun | None = None
        self._of_totals: Scenario | None = None
        self._looked_at: Matters | None = None
        self._held: tuple[Matters, Holding] | None = None
        self.setMinimumWidth(_NARROWEST)
        self._alone = parts.studies.runner("live", self, MattersError)
        self._long = parts.studies.runner("longest", self, MattersError)
        self._variants = parts.studies.runner("check", self, MattersError)
        self.chart = SharesView(parts.theme)
        self.pages = self._pages()
        self.body.addWidget(self.pages)
        self.body.addWidget(self.chart, 1)
        self._connect()

    def show_about(self, about: About, run: ShownRun) -> None:
        """Tell what matters of the run on screen, in the picture that is chosen."""
        is_other = about != self._about
        self._about, self._run = about, run
        self._read()
        if self.page == "swings":
            self._ask_alone()
        elif self.page == "totals" and is_other and not self._has_totals():
            self._turn_to("shares")
        self._show()

    def answer(self) -> Answered | None:
        """Return the answer of the picture that is shown."""
        shown, kept = self.chart.shown, self._kept()
        if shown is None or kept is None:
            return None
        return with_shares(kept, shown)

    def set_theme(self, theme: Theme) -> None:
        """Draw in the colors of a theme."""
        self.chart.set_theme(theme)

    def take_over(self, before: StudyCard) -> None:
        super().take_over(before)
        self.pages.choose(self.page)

    def tell_again(self) -> None:
        if self._about is not None:
            self._show()

    def _read(self) -> None:
        """Read the shares off the run on screen, where it brought what they are made of."""
        about, run = self._about, self._run
        if about is None or run is None:
            return
        values = run.projection.per_future
        if values is not None and values.has(asked(about)[:1]):
            self.found = matters_of(run.scenario, about, values)
            self._hold_in_variants(run)
        elif self.found is not None and self.found.about != about:
            self.found = None

    def _hold_in_variants(self, run: ShownRun) -> None:
        """Look at variants of the model, once the hand rests and nothing is left to run."""
        found = self.found
        if found is None or not found.shares or self.is_moving or not run.is_whole:
            self._variants.cancel()
        elif self._holding is None and not (self._variants.is_busy and self._looked_at == found):
            self._looked_at = found
            work = partial(_held_of, inputs_of(run.scenario), found)
            self._variants.ask(work, cut=True)

    @property
    def _holding(self) -> Holding | None:
        """What is known of other structures, of the shares that are shown."""
        return self._held[1] if self._held is not None and self._held[0] == self.found else None

    def _show(self) -> None:
        match self.page:
            case "shares" | "years":
                self._show_shares()
            case "totals":
                self._show_totals()
            case "swings":
                self._show_swings()

    def _show_shares(self) -> None:
        found = self.found
        if found is None:
            self._show_none(translate("MattersCard", "The futures are being drawn."))
        elif not found.shares:
            self._show_none(nothing_told(found))
        else:
            self.show_state(translate("MattersCard", "live"))
            picture = areas_of(found) if self.page == "years" else share_bars(found)
            self._show_picture(picture, card_line(found), self._said(found))

    def _said(self, found: Matters) -> str:
        held = self._holding
        said = sentence(found)
        return said if held is None else sentences((said, holding_in_short(held)))

    def _show_totals(self) -> None:
        about, found = self._about, self.totals
        if about is None or found is None or not self._has_totals():
            self._show_meanwhile(
                translate("MattersCard", "total shares are being run; so far without them")
            )
            return
        if not self._long.is_busy:
            is_old = self._of_totals != self._inputs()
            self.show_state(translate("MattersCard", "before the last change") if is_old else "")
        said = totals_sentence(found, about)
        self._show_picture(total_bars(found, about), totals_line(found), said)

    def _show_swings(self) -> None:
        found = self.tornado
        if found is None or found.about != self._about:
            self._show_meanwhile(
                translate("MattersCard", "each one is being run; so far the shares")
            )
            return
        self.show_state(translate("MattersCard", "live"))
        self._show_picture(swing_bars(found), tornado_line(found), tornado_sentence(found))

    def _show_meanwhile(self, line: str) -> None:
        """Show the shares until what was asked for is there."""
        found = self.found
        if found is None or not found.shares:
            self._show_none(line)
        else:
            self._show_picture(share_bars(found), line, sentence(found))

    def _show_picture(self, picture: Shown, line: str, said: str) -> None:
        self.show_blank("")
        self.show_line(line)
        self.show_sentence(said, is_moving=self.is_moving)
        self.chart.show_picture(picture, self.title)
        self.answer_changed.emit()

    def _show_none(self, why: str) -> None:
        self.chart.shown = None
        if not self._long.is_busy:
            self.show_state("")
        self.show_line("")
        self.show_blank(why)
        self.answer_changed.emit()

    def _kept(self) -> "Answer | None":
        """Return the answer of the picture that is shown, None while there is none."""
        about, run, found = self._about, self._run, self.found
        if about is None or run is None:
            return None
        scenario, swings = run.scenario, self.tornado
        if self.page == "totals" and self.totals is not None and self._has_totals():
            return totals_answer(scenario, self.totals, about)
        if self.page == "swings" and swings is not None and swings.about == about:
            return tornado_answer(scenario, swings)
        if found is None:
            return None
        of_page = years_answer if self.page == "years" else answer_of
        return of_page(scenario, found, run.against, self._holding)

    def _inputs(self) -> Scenario | None:
        return None if self._run is None else inputs_of(self._run.scenario)

    def _has_totals(self) -> bool:
        if self.totals is None or self._about is None:
            return False
        return self.totals.knows(self._about)

    def _turn_to(self, page: Page) -> None:
        if page != "totals":
            self._long.cancel()
        self.page = page
        self.pages.choose(page)

    def _on_page(self, key: str) -> None:
        """Show another picture, and run what it takes; total shares of another scenario anew."""
        self._turn_to(next(page for page in PAGES if page == key))
        if self.page == "swings":
            self._ask_alone()
        elif self.page == "totals":
            self._ask_totals()
        self._show()

    def _ask_totals(self) -> None:
        inputs, about = self._inputs(), self._about
        is_there = self._has_totals() and self._of_totals == inputs
        if inputs is not None and about is not None and not is_there:
            self.show_progress(0.0)
            self._long.ask(partial(_totals_of, inputs, about), cut=True)

    def _ask_alone(self) -> None:
        if self._run is not None and self._about is not None:
            work = partial(_tornado_of, self._run.scenario, self._about)
            self._alone.ask(work, cut=not self.is_moving)

    def _on_totals_computed(self, result: tuple[Scenario, Totals]) -> None:
        self._of_totals, self.totals = result
        self._show()

    def _on_held(self, result: tuple[Matters, Holding]) -> None:
        self._held = result
        self._show()

    def _on_swings_computed(self, result: Tornado) -> None:
        self.tornado = result
        self._show()

    def _on_refused(self, why: str) -> None:
        self._show_none(as_sentence(why))

    def _on_failed(self, _trace: str) -> None:
        self._show_none(translate("MattersCard", "This could not be worked out."))

    def _on_canceled(self) -> None:
        self._turn_to("shares")
        self._show()

    def _pages(self) -> Segmented:
        """Return the choice of pictures."""
        texts = {
            "shares": translate("MattersCard", "Now"),
            "years": translate("MattersCard", "Years"),
            "totals": translate("MattersCard", "Totals"),
            "swings": translate("MattersCard", "Low, high"),
        }
        tips = {
            "shares": translate("MattersCard", "The shares in this year"),
            "years": translate("MattersCard", "The shares over the years"),
            "totals": translate(
                "MattersCard", "Shares with all that only comes together: takes some seconds"
            ),
            "swings": translate("MattersCard", "Each input low and high, alone"),
        }
        made = Segmented(texts, self.title)
        for page, tip in tips.items():
            made.buttons[page].setToolTip(tip)
        return made

    def _connect(self) -> None:
        self._long.computed.connect(self._on_totals_computed)
        self._alone.computed.connect(self._on_swings_computed)
        self._variants.computed.connect(self._on_held)
        for runner in (self._alone, self._long):
            runner.refused.connect(self._on_refused)
            runner.failed.connect(self._on_failed)
        self._long.progressed.connect(self.show_progress)
        self.canceled.connect(self._on_canceled)
        self.pages.chosen.connect(self._on_page)
        self.chart.chosen.connect(self.control_wanted)


def _held_of(
    inputs: Scenario, found: Matters, engine: "Projector"
) -> Steps[tuple[Matters, Holding]]:
    """Look at variants of the model, and return that with the shares it is of."""
    return found, (yield from holding(engine, inputs, found))


def _totals_of(
    inputs: Scenario, about: About, _engine: "Projector"
) -> Steps[tuple[Scenario, Totals]]:
    """Run the total shares, and return them with what they are of."""
    return inputs, (yield from totals(inputs, POINTS, [about.request()]))


def _tornado_of(scenario: Scenario, about: About, _engine: "Projector") -> Steps[Tornado]:
    return tornado(scenario, about)
