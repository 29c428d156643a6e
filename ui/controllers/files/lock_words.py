"""What is said of the lock of a file that this window does not get."""

from pathlib import Path
from typing import TYPE_CHECKING

from planner.storage.sentences.catalog import translate
from planner.storage.sentences.file_error import shown_path
from ui.documents.locks import Grant
from ui.wording.translate import sentence_of

if TYPE_CHECKING:
    from planner.storage.sentences.message import Message


def who_has(path: Path, grant: Grant, lock_name: str) -> str:
    """Say who or what keeps the lock of a file from us."""
    if grant.state == "strange":
        text = translate(
            "Files",
            "“{name}” cannot be locked: “{lock}” beside it is no lock of Suanli that can be "
            "read. Taking over clears it away.",
        )
    elif grant.host:
        text = translate(
            "Files",
            "“{name}” is open on another computer, {host}. Take it over only if Suanli does not "
            "run there any more.",
        )
    else:
        text = translate("Files", "“{name}” is open in another window of Suanli.")
    return text.format(name=shown_path(path.name), host=grant.host, lock=shown_path(lock_name))


def not_taken_over(path: Path, why: "Message") -> str:
    """Say that a lock could not be cleared away."""
    text = translate("Files", "“{name}” cannot be taken over: {why}")
    return text.format(name=shown_path(path.name), why=sentence_of(why))


def reason_of_lock(grant: Grant) -> str:
    """Return why a file may not be written after asking for its lock, empty if it may."""
    if grant.state == "strange":
        return translate("Files", "its lock cannot be taken")
    if grant.state == "taken":
        return translate("Files", "another window writes to it")
    return ""
