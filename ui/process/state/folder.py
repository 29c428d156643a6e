"""Makes sure that there is a folder for recovery, settings and logs, or says that there is none.

Where the user's own cannot be used, one in the temporary directory stands in for it until it can:
every window of the user shares it, what is kept there is offered by the next start as well, and it
goes when nothing is left in it. One that is merely full stays: what is in it may be wanted, and
there may be room later. What is kept is for its user alone, whoever may read the documents it
tells of.
"""

import contextlib
import errno
import os
import shutil
import stat
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final

from planner.storage.locks.lock import is_locked
from planner.storage.names import LOCK_ENDING
from planner.storage.places import STATE_VARIABLE, state_folder, state_folder_named
from ui.process.errors import CRASHES_NAME, LOG_NAME
from ui.process.state.private import close_to_others, for_owner_alone, make_private_folder
from ui.process.state.settings import FILE_NAME as SETTINGS_NAME

if TYPE_CHECKING:
    from planner.storage.sentences.message import Message

RECOVERY: Final = "recovery"
ENTRY_ENDING: Final = ".json"
"""Of what is kept of one document, a folder deeper."""


@dataclass(frozen=True, slots=True)
class StandIn:
    """A folder in place of the user's own, and why that cannot be used; `named` is its variable."""

    folder: Path
    why: "Message"
    named: str | None

    def is_over(self) -> bool:
        """Tell whether the user's own folder can be used by now; may wait for a slow disk."""
        try:
            _try(state_folder_named(self.named))
        except OSError:
            return False
        return True

    def end(self) -> None:
        """Use the user's own folder from now on."""
        if self.named is None:
            os.environ.pop(STATE_VARIABLE, None)
        else:
            os.environ[STATE_VARIABLE] = self.named


def find_state_folder() -> StandIn | None:
    """Return what stands in for the user's folder where that cannot be used; None where it can.

    Raises OSError, which names that folder, where nothing can stand in for it.
    """
    named = os.environ.get(STATE_VARIABLE)
    try:
        _try(state_folder())
    except OSError as error:
        from planner.storage.sentences.file_error import cause

        try:
            folder = _made_stand_in()
        except OSError:  # nothing can be written anywhere: what is told is the user's own folder
            raise error from None
        os.environ[STATE_VARIABLE] = str(folder)
        make_private_folder(folder / RECOVERY)
        return StandIn(folder, cause(error), named)
    return None


def left_in_stand_in() -> Path | None:
    """Return where work may be that was kept while the user's own folder could not be used."""
    folder = _stand_in()
    return folder / RECOVERY if _is_for_us_alone(folder) else None


def remove_stand_in(folder: Path | None = None) -> None:
    """Remove the folder that stood in, unless work is kept in it or another window uses it."""
    folder = folder or _stand_in()
    root = folder / RECOVERY
    is_needed = any(root.glob(f"*/*{ENTRY_ENDING}")) or any(
        map(is_locked, root.glob(f"*{LOCK_ENDING}"))
    )
    if _is_for_us_alone(folder) and not is_needed:
        shutil.rmtree(folder, ignore_errors=True)


def _stand_in() -> Path:
    user = os.getuid() if hasattr(os, "getuid") else "state"
    try:
        folder = tempfile.gettempdir()
    except FileNotFoundError:  # there is none that can be written to, and so nothing is in it
        folder = os.sep
    return Path(folder) / f"suanli-{user}"


def _made_stand_in() -> Path:
    """Make the folder that stands in, under another name where somebody else has taken its own."""
    folder = _stand_in()
    with contextlib.suppress(OSError):
        make_private_folder(folder)
        if _is_for_us_alone(folder):
            return folder
    return Path(tempfile.mkdtemp(prefix="suanli-"))


def _is_for_us_alone(folder: Path) -> bool:
    """Tell whether it is a folder, no link, that only this user may look into."""
    try:
        found = folder.lstat()
    except OSError:
        return False
    is_ours = not hasattr(os, "getuid") or (found.st_uid, found.st_mode & 0o077) == (os.getuid(), 0)
    return stat.S_ISDIR(found.st_mode) and is_ours


def _try(folder: Path) -> None:
    """Open every place in the folder that a window writes to. Raises OSError."""
    make_private_folder(folder / RECOVERY)
    if not os.access(folder / RECOVERY, os.W_OK):
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), str(folder))
    for name in (LOG_NAME, CRASHES_NAME):
        with open(folder / name, "ab", opener=for_owner_alone):
            pass
    ours = (RECOVERY, LOG_NAME, f"{LOG_NAME}.1", CRASHES_NAME, SETTINGS_NAME)
    close_to_others(folder / name for name in ours)
