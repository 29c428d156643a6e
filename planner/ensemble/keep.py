"""Keeps arrays in the cache that are costly to make and always the same; fifth floor of planner."""

from io import BytesIO

import numpy as np
from numpy.typing import NDArray

from planner import cache


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
    """Keep the array, unless it is too large for the cache."""
    if array.nbytes > cache.LARGEST:
        return
    content = BytesIO()
    np.save(content, array)
    cache.keep(name, content.getvalue())
