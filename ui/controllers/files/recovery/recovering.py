"""Offers the work of a program that died: to recover it, to discard it, or to decide later.

What is discarded stays on the disk until its user closes the window; until then it can be had back.
"""

from typing import TYPE_CHECKING

from PySide6.QtCore import QDateTime, QLocale, QObject, Signal

from planner.ensemble.projection import inputs_of
from planner.quantities.listed import listed
from planner.quantities.told.lists import as_sentences, clause_mark
from planner.quantities.told.titles import shown_title
from planner.storage.sentences.catalog import translate
from planner.storage.sentences.file_error import shown_path
from ui.controllers.files.recovery.restoring import Restoring
from ui.documents.autosave import Autosave
from ui.documents.document import Document
from ui.documents.recovery import Entry, Session, abandoned_sessions, entries_of
from ui.documents.sessions.kept_answers import KeptAnswers
from ui.documents.typed import fits, with_typed
from ui.process.state.folder import left_in_stand_in
from ui.views.main_window import MainWindow
from ui.widgets.action_bar import ActionBar, BarDisplay
from ui.wording.moves import difference_in_words
from ui.wording.translate import language

if TYPE_CHECKING:
    from pathlib import Path


TOLD_AT_MOST = 4

Kept = tuple[Session, str, Entry]


class Recovering(QObject):
    """Shows one bar for all that was left behind; nothing is restored unasked.

    `typing_wanted` carries a document and texts that are too long for it, to be typed on.
    """

    done = Signal(str)
    typing_wanted = Signal(object, object)

    def __init__(
        self, restoring: Restoring, autosave: Autosave, answers: KeptAnswers, window: MainWindow
    ) -> None:
        super().__init__(window)
        self._answers = answers
        self._restoring = restoring
        self._autosave = autosave
        self._window = window
        self._kept: list[Kept] = []
        self._is_discarded = self._is_known = False
        self.bar: ActionBar | None = None

    def offer(self) -> None:
        """Look for work of processes that are gone, and offer what there is, oldest first.

        A window that has taken over what another one found looks for nothing.
        """
        if self._is_known:
            return
        bad: list[Path] = []
        sessions = [each for root in self._roots() for each in abandoned_sessions(root)]
        self._kept = []
        for session in sessions:
            for key, entry in entries_of(session, bad.append):
                self._kept.append((session, key, entry))
        self._drop_saved()
        self._kept.sort(key=_time_of)
        if bad:
            text = translate(
                "Recovering", "Some unsaved work could not be read. It was put aside in {folder}."
            )
            told = text.format(folder=shown_path(bad[0].parent))
            self._window.warnings.hold("set_aside", told, can_be_closed=True)
        held = {id(session) for session, _, _ in self._kept}
        for session in sessions:
            if id(session) not in held:
                session.end()
        if self._kept:
            self._show_offer()

    def take_over(self, before: "Recovering") -> None:
        """Offer what the window before offers, or has just discarded; it is looked for no more."""
        self._kept, self._is_discarded = before._kept, before._is_discarded  # noqa: SLF001
        self._is_known = True
        if before.bar is not None:
            self._show_discarded() if self._is_discarded else self._show_offer()

    def recover(self) -> None:
        """Put everything back on screen; the old entries go once all of it is kept anew."""
        for _, _, entry in self._kept:
            if entry.is_of_window:
                self._keep_again(entry)
            else:
                self._type_again(self._restoring.restore(entry), entry)
        text = self._counted(
            translate("Recovering", "Recovered scenarios: {count}"),
            translate("Recovering", "Recovered answers: {count}"),
            translate("Recovering", "Recovered contents of reports"),
        )
        if self._autosave.flush():
            self._drop()
        else:
            self._release()
        self.done.emit(text)

    def close(self) -> None:
        """Delete what was discarded; what nobody decided about stays for the next start."""
        if self._is_discarded:
            self._drop()

    def leave(self) -> None:
        """Leave everything to the next start, what was discarded included."""
        self._release()

    def _roots(self) -> "list[Path]":
        """Return where work may have been left: in the usual place, and in what stood in for it."""
        own = self._autosave.session.root
        other = left_in_stand_in()
        return [own] if other is None or other == own else [own, other]

    def _keep_again(self, entry: Entry) -> None:
        """Keep answers again, each with what it was drawn as, and what reports tell."""
        from ui.print.answers.repainted import reopened  # no start needs it

        self._answers.keep(map(reopened, entry.answers))
        if entry.report:
            self._answers.restore_report(entry.report, entry.answers)

    def _counted(self, scenarios: str, answers: str, report: str) -> str:
        """Return how many of each there are, of which there are any; else it is about reports."""
        entries = [entry for _, _, entry in self._kept]
        of_scenarios = sum(not each.is_of_window for each in entries)
        of_answers = sum(len(each.answers) for each in entries)
        told = ((scenarios, of_scenarios), (answers, of_answers))
        said = as_sentences(text.format(count=count) for text, count in told if count)
        return said or report

    def _type_again(self, document: Document, entry: Entry) -> None:
        """Put what was being typed into the scenario, as a step of its own; else type it again."""
        if entry.typed and fits(entry.typed):
            typed = with_typed(document.scenario, entry.typed)
            document.edit(lambda: translate("Recovering", "What was being typed"), typed)
        elif entry.typed:
            document.note_typed(entry.typed)
            self.typing_wanted.emit(document, entry.typed)

    def _drop_saved(self) -> None:
        """Forget what its file holds; one whose disk does not answer is offered."""
        kept, self._kept = self._kept, []
        are_saved = self._restoring.are_saved([entry for _, _, entry in kept])
        for one, is_saved in zip(kept, are_saved, strict=True):
            session, key, _ = one
            if is_saved:
                session.drop(key)
            else:
                self._kept.append(one)

    def _sentence(self) -> str:
        head = translate("Recovering", "Suanli quit unexpectedly. Recovered unsaved changes:")
        lines = [self._line(entry) for _, _, entry in self._kept]
        return "\n".join([head, listed(lines, "\n", TOLD_AT_MOST)])

    def _line(self, entry: Entry) -> str:
        name = shown_title(entry.scenario.title)
        if entry.is_of_window:
            answers, report = translate("Recovering", "Answers"), translate("Recovering", "Reports")
            name = answers if entry.answers else report
        at = QDateTime.fromSecsSinceEpoch(int(entry.time.timestamp()))
        text = translate("Recovering", "“{name}”, {time} – {difference}")
        return text.format(
            name=" ".join(name.split()),
            time=language().toString(at, QLocale.FormatType.ShortFormat),
            difference=self._difference(entry),
        )

    def _difference(self, entry: Entry) -> str:
        if entry.answers:
            return listed([each.title for each in entry.answers], clause_mark(), TOLD_AT_MOST)
        if entry.report:
            return translate("Recovering", "what they contain, and in which order")
        if entry.scenario == entry.saved and entry.typed:
            return translate("Recovering", "what was being typed")
        if inputs_of(entry.scenario) == inputs_of(entry.saved) and entry.scenario.presented.story:
            count = len(entry.scenario.presented.story)
            return translate("Recovering", "bookmarks: {count}").format(count=count)
        return difference_in_words(entry.scenario, entry.saved)

    def _show_offer(self) -> None:
        choices = (
            ("recover", translate("Recovering", "Recover")),
            ("discard", translate("Recovering", "Discard")),
            ("later", translate("Recovering", "Later")),
        )
        self._show(BarDisplay("recovery", self._sentence(), choices))

    def _show_discarded(self) -> None:
        text = self._counted(
            translate("Recovering", "Discarded unsaved scenarios: {count}"),
            translate("Recovering", "Discarded unsaved answers: {count}"),
            translate("Recovering", "Discarded contents of reports"),
        )
        told = translate("Recovering", "{discarded}. They are deleted when Suanli closes.").format(
            discarded=text
        )
        choices = (
            ("undo", translate("Recovering", "Undo")),
            ("dismiss", translate("Recovering", "Dismiss")),
        )
        self._show(BarDisplay("discarded", told, choices))

    def _on_chosen(self, bar: str, choice: str) -> None:
        self._hide()
        match choice:
            case "recover":
                self.recover()
            case "discard":
                self._is_discarded = True
                self._show_discarded()
            case "undo":
                self._is_discarded = False
                self._show_offer()
            case "later":
                self._release()

    def _show(self, display: BarDisplay) -> None:
        self.bar = ActionBar(display)
        self.bar.chosen.connect(self._on_chosen)
        self._window.show_message(self.bar)

    def _hide(self) -> None:
        if self.bar is not None:
            self.bar.hide()
            self.bar.deleteLater()
            self.bar = None

    def _release(self) -> None:
        for session, _, _ in self._kept:
            session.release()
        self._kept = []

    def _drop(self) -> None:
        for session, key, _ in self._kept:
            session.drop(key)
        for session, _, _ in self._kept:
            session.end()
        self._kept, self._is_discarded = [], False


def _time_of(kept: Kept) -> float:
    return kept[2].time.timestamp()
