"""Our code, evidence and messages as one archive for workers of a cluster.

Eighth floor of planner. The same files give the same bytes, so that its hash names it.
"""

import hashlib
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from typing import Final
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from planner.storage.places import resources_folder, seeds_folder

_RESOURCES: Final = ("messages", "schema", "calibration.json")
_WITHOUT: Final = frozenset(("__pycache__", "bundled"))
_DIGITS: Final = 16
_PACKAGE: Final = __name__.rpartition(".sweep.")[0]
"""What our package is called here: installed, it stands below another name."""


def bundled() -> bytes:
    """Return the archive: the package, and within it the evidence and some of the resources."""
    out = BytesIO()
    with ZipFile(out, "w", ZIP_DEFLATED) as archive:
        for name, path in sorted(_files()):
            info = ZipInfo(name)  # of no date, so that equal files give equal bytes
            info.compress_type = ZIP_DEFLATED
            archive.writestr(info, path.read_bytes())
        for outer in Path(_PACKAGE.replace(".", "/")).parents[:-1]:
            archive.writestr(ZipInfo(f"{outer.as_posix()}/__init__.py"), b"")
    return out.getvalue()


def name_of(data: bytes) -> str:
    """Return what an archive is called, by its hash, without an ending."""
    return f"suanli_{hashlib.sha256(data).hexdigest()[:_DIGITS]}"


def _files() -> Iterator[tuple[str, Path]]:
    place = _PACKAGE.replace(".", "/")
    yield from _below(Path(__file__).parents[2], place)
    yield from _below(seeds_folder(), f"{place}/bundled/seeds")
    for name in _RESOURCES:
        yield from _below(resources_folder() / name, f"{place}/bundled/resources/{name}")


def _below(folder: Path, name: str) -> Iterator[tuple[str, Path]]:
    if folder.is_file():
        yield name, folder
    for path in folder.rglob("*"):
        place = path.relative_to(folder)
        if path.is_file() and _WITHOUT.isdisjoint(place.parts):
            yield f"{name}/{place.as_posix()}", path
