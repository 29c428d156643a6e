"""The bars about the document on screen: its file changed, is read-only, could not be saved.

What they say follows from the document's place and from remarks made about it. A bar blocks
nothing and stays until somebody chooses or the reason is gone.
"""

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from planner.storage.sentences.catalog import translate
from ui.documents.document import Document
from ui.documents.workspace import Workspace
from ui.style.fonts import sentence_about
from ui.widgets.action_bar import ActionBar, BarDisplay
from ui.wording.translate import sentence_of

Remarks = dict[str, str]


class DocumentBars(QWidget):
    """Shows what there is to say; `chosen` carries the document, the bar and the choice."""

    chosen = Signal(object, str, str)

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._remarks: dict[Document, Remarks] = {}
        self._accepted: set[str] = set()
        self.bars: dict[str, ActionBar] = {}
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(0)
        workspace.listed.connect(self.refresh)
        workspace.closing.connect(self._on_closing)
        self.hide()

    def remark(self, document: Document, key: str, sentence: str) -> None:
        """Say something about a document until it is dismissed or said otherwise; "" takes it."""
        remarks = self._remarks.setdefault(document, {})
        remarks.pop(key, None)
        if sentence:
            remarks[key] = sentence
        self.refresh()

    def take_over(self, before: "DocumentBars") -> None:
        """Show what was remarked in the window before; it keeps the words it was said in."""
        self._remarks, self._accepted = before._remarks, before._accepted  # noqa: SLF001 - its own kind
        self.refresh()

    def refresh(self) -> None:
        """Show the bars of the document on screen; one that says the same is left alone."""
        document = self._workspace.current
        found = bars_of(document, self._remarks.get(document, {}))
        wanted = {one.key: one for one in (*found, *self._letters(document.scenario.title))}
        for key, bar in list(self.bars.items()):
            if bar.display != wanted.get(key):
                self._layout.removeWidget(bar)
                bar.hide()
                bar.deleteLater()
                del self.bars[key]
        for key in wanted.keys() - self.bars.keys():
            bar = self.bars[key] = ActionBar(wanted[key], self)
            bar.chosen.connect(self._on_chosen)
            self._layout.addWidget(bar)
        self.setVisible(bool(self.bars))

    def _letters(self, title: str) -> list[BarDisplay]:
        """Return what there is to say of a title that no font here can show whole."""
        sentence = "" if title in self._accepted else sentence_about([title])
        return [BarDisplay("letters", sentence, (_dismiss(),))] if sentence else []

    def _on_chosen(self, key: str, choice: str) -> None:
        document = self._workspace.current
        if key == "letters":
            self._accepted.add(document.scenario.title)
            self.refresh()
        elif choice == "dismiss":
            self.remark(document, key, "")
        else:
            self.chosen.emit(document, key, choice)

    def _on_closing(self, document: QObject) -> None:
        if isinstance(document, Document):
            self._remarks.pop(document, None)


def bars_of(document: Document, remarks: Remarks) -> tuple[BarDisplay, ...]:
    """Return what there is to say about a document, the gravest first."""
    made = [*_outside(document), *_read_only(document)]
    failed = remarks.get("failed")
    if failed:
        made.append(BarDisplay("failed", failed, (_save_as(), _dismiss())))
    others = (each for each in remarks.items() if each[0] != "failed")
    made.extend(BarDisplay(key, text, (_dismiss(),)) for key, text in others)
    return tuple(made)


def _outside(document: Document) -> list[BarDisplay]:
    if document.place.outside == "changed":
        text = translate("Bars", "“{name}” was changed by another program.")
        reload = translate("Bars", "Reload")
        choices: tuple[tuple[str, str], ...] = (("reload", reload), _keep(), _save_as())
    elif document.place.outside == "gone":
        text = translate("Bars", "“{name}” was moved or deleted.")
        choices = (_keep(), _save_as())
    elif document.place.outside == "unreachable" and document.place.cause is not None:
        text = translate("Bars", "“{name}” cannot be checked now: {cause}.")
        text = text.replace("{cause}", sentence_of(document.place.cause))
        choices = (_save_as(),)
    else:
        return []
    return [BarDisplay("outside", text.format(name=document.file_name), choices)]


def _read_only(document: Document) -> list[BarDisplay]:
    if not document.place.read_only:
        return []
    text = translate("Bars", "“{name}” is open read-only: {reason}.")
    text = text.format(name=document.file_name, reason=document.place.read_only)
    copy = translate("Bars", "Save a copy…")
    return [BarDisplay("read_only", text, (("save_as", copy),))]


def _keep() -> tuple[str, str]:
    return ("keep", translate("Bars", "Keep mine"))


def _save_as() -> tuple[str, str]:
    return ("save_as", translate("Bars", "Save as…"))


def _dismiss() -> tuple[str, str]:
    return ("dismiss", translate("Bars", "Close"))
