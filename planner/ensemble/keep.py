"""Keeps arrays on disk that are costly to make and always the same.

Fifth floor of planner. What is kept is a convenience: a missing, damaged or unwritable file costs
time only.
"""

import logging
import os

import numpy as np
from numpy.typing import NDArray

from planner.places import cache_folder

LOG = logging.getLogger(__name__)

LARGEST = 64 * 2**20


def kept_array(name: str, shape: tuple[int, ...]) -> NDArray[np.float64] | None:
    """Return the array kept under the name; None where there is none of this shape."""
    try:
        array = np.load(cache_folder() / name, allow_pickle=False)
    except (OSError, ValueError, EOFError):
        return None
    right = isinstance(array, np.ndarray) and array.shape == shape and array.dtype == np.float64
    return array if right else None


def keep_array(name: str, array: NDArray[np.float64]) -> None:
    """Keep the array, unless it is larger than 64 MB or the folder cannot be written."""
    if array.nbytes > LARGEST:
        return
    try:
        file = cache_folder() / f"{name}.{os.getpid()}.tmp"
        with file.open("wb") as open_file:
            np.save(open_file, array)
        file.replace(cache_folder() / name)
    except OSError as error:
        LOG.warning("draws cannot be kept in the cache (%s)", error)
