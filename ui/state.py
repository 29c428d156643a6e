"""Makes sure that there is a folder for recovery, settings and logs, or says that there is none.

Where the user's own cannot be opened, a temporary one takes its place for as long as the window
is open: it opens all the same, and its user is told that nothing outlasts it. One that is merely
full stays: what is in it may be wanted, and there may be room later. What is kept there is for its
user alone, whoever may read the documents it tells of.
"""

import errno
import os
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Final

from planner.places import state_folder
from ui.errors import CRASHES_NAME, LOG_NAME
from ui.private import close_to_others, for_owner_alone, make_private_folder
from ui.settings import FILE_NAME as SETTINGS_NAME

if TYPE_CHECKING:
    from planner.files.message import Message

VARIABLE: Final = "SUANLI_STATE_FOLDER"
RECOVERY: Final = "recovery"


def find_state_folder() -> "Message | None":
    """Return why the user's folder cannot be used and another one is; None where it can."""
    try:
        _try(state_folder())
    except OSError as error:
        from planner.files.file_error import cause

        os.environ[VARIABLE] = tempfile.mkdtemp(prefix="suanli-")
        return cause(error)
    return None


def _try(folder: Path) -> None:
    """Open every place in the folder that a window writes to. Raises OSError."""
    make_private_folder(folder / RECOVERY)
    if not os.access(folder / RECOVERY, os.W_OK):
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))
    for name in (LOG_NAME, CRASHES_NAME):
        with open(folder / name, "ab", opener=for_owner_alone):
            pass
    ours = (RECOVERY, LOG_NAME, f"{LOG_NAME}.1", CRASHES_NAME, SETTINGS_NAME)
    close_to_others(folder / name for name in ours)
