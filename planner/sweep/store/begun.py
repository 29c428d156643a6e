"""What the folder of a sweep was begun with: nothing yet, this plan, or what is refused.

Eighth floor of planner. The manifest tells. Where it is lost or damaged, as after a loss of power,
files of batches tell it themselves. Nothing is written here.
"""

from collections import Counter
from collections.abc import Collection
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from planner.storage.sentences.catalog import translate
from planner.storage.sentences.file_error import cause, shown_path
from planner.storage.temporary import TEMPORARY
from planner.sweep.plan.plan import Plan
from planner.sweep.reading.error import SweepError
from planner.sweep.store import manifest, points_table
from planner.sweep.store.origin import hash_of_model
from planner.sweep.store.whole import origins_in

LOCK: Final = ".lock"
_OURS: Final = frozenset((LOCK, manifest.NAME, points_table.NAME, "futures"))


@dataclass(frozen=True, slots=True)
class Begun:
    """How large batches are, 0 in a new folder, and what the manifest tells, nothing if it is lost.

    `is_lost` says that there was a manifest, and no longer is.
    """

    size: int = 0
    told: manifest.Fields | None = None
    is_lost: bool = False


def begun_with(folder: Path, plan: Plan) -> Begun:
    """Return what a folder was begun with, by this plan and model. Raises SweepError for others."""
    try:
        names = [path.name for path in folder.iterdir()]
    except OSError as error:
        raise unwritable(folder, error) from error
    if all(map(_is_of_a_new_folder, names)):
        return Begun()
    told = manifest.found(folder) if manifest.NAME in names else None
    if told is None:
        return _by_batches(folder, plan, names)
    _check_same(folder, plan, told["plan_sha256"], told["model_sha256"])
    return Begun(max(1, told["futures_of_a_batch"]), told)


def unwritable(folder: Path, error: OSError | ValueError) -> SweepError:
    """Return the error of a folder that cannot be written to."""
    said = translate("Planner", "{folder} cannot be written to: {cause}")
    return SweepError(said.format(folder=shown_path(folder), cause=cause(error)))


def _by_batches(folder: Path, plan: Plan, names: Collection[str]) -> Begun:
    """Return what files of batches tell of themselves, where no manifest does."""
    found = Counter(origins_in(folder))
    own = [each for each in found if (each.plan, each.model) == (plan.hash, hash_of_model())]
    if own:
        return Begun(max(own, key=found.__getitem__).size, is_lost=True)
    for other in found:
        _check_same(folder, plan, other.plan, other.model)
    if manifest.NAME not in names:
        said = translate("Planner", "{folder} holds other files; name a new folder")
        raise SweepError(said.format(folder=shown_path(folder)))
    if all(map(_is_ours, names)) and manifest.is_half(folder):
        return Begun(is_lost=True)
    raise manifest.no_manifest(folder)


def _check_same(folder: Path, plan: Plan, plan_hash: str, model_hash: str) -> None:
    name = shown_path(folder)
    if plan_hash != plan.hash:
        said = translate("Planner", "{folder} holds the sweep of another plan; name another folder")
        raise SweepError(said.format(folder=name))
    if model_hash != hash_of_model():
        said = translate(
            "Planner", "{folder} was begun by another version of the model; name another folder"
        )
        raise SweepError(said.format(folder=name))


def _is_of_a_new_folder(name: str) -> bool:
    """Tell whether a name is there before the first manifest: the lock, or half a manifest."""
    return name == LOCK or _is_half(name, manifest.NAME)


def _is_ours(name: str) -> bool:
    return name in _OURS or any(_is_half(name, own) for own in _OURS)


def _is_half(name: str, of: str) -> bool:
    """Tell whether a name is that of a file that was being written when all ended."""
    return name.startswith(f".{of}.") and TEMPORARY.fullmatch(name) is not None
