"""What a worker of a cluster does first: it unpacks our code, finds it before any other, and works.

Eighth floor of planner. A copy of this very file is sent to the workers, under a name of its own;
it imports nothing but Python's own modules until our code is there.
"""

import shutil
import sys
import threading
import zipfile
from pathlib import Path
from typing import Any, Final

_LOCK: Final = threading.Lock()


def batch(bundle: str, text: str, places: bytes, *, halved: bool) -> dict[str, Any]:
    """Return the result of a batch, run by the code in a bundle that was sent before."""
    with _LOCK:
        _prepare(bundle)
        from planner.sweep.workers.answer import answer

    return dict(answer(text, places, halved=halved))


def _prepare(bundle: str) -> None:
    from distributed import get_worker

    sent = Path(get_worker().local_directory) / bundle
    code = sent.with_suffix(".code")
    if not code.exists():
        _unpack(sent, code)
    if sys.path[:1] != [str(code)]:
        sys.path[:] = [str(code), *(each for each in sys.path if each != str(code))]
    _forget_others(code)


def _unpack(sent: Path, code: Path) -> None:
    """Unpack beside and rename, so that the folder is whole or not there."""
    beside = code.with_suffix(".half")
    shutil.rmtree(beside, ignore_errors=True)
    with zipfile.ZipFile(sent) as archive:
        archive.extractall(beside)
    beside.rename(code)


def _forget_others(code: Path) -> None:
    """Let go of modules of ours that were imported from elsewhere."""
    names = {path.name for path in code.iterdir()}
    ours = {name for name in sys.modules if name.partition(".")[0] in names}
    found = [getattr(sys.modules[name], "__file__", None) for name in ours & names]
    if all(str(file).startswith(str(code)) for file in found):
        return
    for name in ours:
        del sys.modules[name]
