"""Keeps arrays in the cache that are costly to make and always the same; fifth floor of planner."""

import hashlib
from functools import cache as once
from io import BytesIO
from pathlib import Path
from typing import Final

import numpy as np
from numpy.typing import NDArray

from planner.storage import cache
from planner.storage.installed import mark_of

LARGEST: Final = 4 * 2**20


def name_of(kind: str, *inputs: object) -> str:
    """Return the name for an array that rests on these inputs and on the code that makes it."""
    digest = hashlib.sha256(_code())
    digest.update(repr(inputs).encode())
    return f"{kind}_{digest.hexdigest()[:16]}.npy"


@once
def _code() -> bytes:
    """Return a hash of the sources of draws, model and engine, and of the version of scipy."""
    floors = Path(__file__).parents[1]
    folders = (floors / name for name in ("ensemble", "engine", "model"))
    files = (file for folder in folders for file in folder.rglob("*"))
    sources = sorted(file for file in files if file.suffix in {".py", ".txt"})
    digest = hashlib.sha256(mark_of("scipy").encode())
    for source in sources:
        digest.update(source.read_bytes())
    return digest.digest()


def kept_array(name: str, shape: tuple[int, ...]) -> NDArray[np.float64] | None:
    """Return the array kept under the name; None where there is none of this shape."""
    content = cache.kept(name)
    if content is None:
        return None
    try:
        array = np.load(BytesIO(content), allow_pickle=False)
    except (ValueError, EOFError):  # what an earlier version kept
        return None
    right = isinstance(array, np.ndarray) and array.shape == shape and array.dtype == np.float64
    return array if right else None


def keep_array(name: str, array: NDArray[np.float64]) -> None:
    """Keep the array, unless it is larger than 4 MB."""
    if array.nbytes > LARGEST:
        return
    content = BytesIO()
    np.save(content, array)
    cache.keep(name, content.getvalue())
