"""How the futures of all points are cut into batches, and batches are put into groups.

Eighth floor of planner. A batch is a slice of one point's futures, or several points whole where
they have few. What is in it follows from the plan and one number, `size`, so that a sweep that was
stopped has the same batches when it goes on. A group is a folder of some 64 files.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

FEWEST: Final = 10_000
"""Futures of a batch at least, if there are so many: less would be lost in sending it about."""
MOST: Final = 320_000
FILES: Final = "futures/*/batch-*.parquet"
"""Where the files of batches lie within the folder of a sweep."""
_BLOCK: Final = 16
_SECONDS: Final = 0.8
_BYTES: Final = 128 * 2**20
_BYTES_OF_A_NUMBER: Final = 8
_FILES_OF_A_GROUP: Final = 64


@dataclass(frozen=True, slots=True)
class Slice:
    """One batch by its number: points from `first_point` on, futures from `first` on of each.

    Points and groups are counted from 1 and 0, futures from 0.
    """

    number: int
    group: int
    first_point: int
    points: int
    first: int
    futures: int

    @property
    def rows(self) -> int:
        """How many futures it has in all."""
        return self.points * self.futures

    @property
    def file(self) -> str:
        """Its file within the folder of a sweep."""
        return f"futures/group={self.group}/batch-{self.number:06d}.parquet"


@dataclass(frozen=True, slots=True)
class Layout:
    """All batches of so many points with so many futures each, of `size` futures about."""

    points: int
    futures: int
    size: int

    @property
    def slices(self) -> int:
        """Into how many batches the futures of one point are cut."""
        return -(-self.futures // self.size)

    @property
    def points_of_a_batch(self) -> int:
        """How many points a batch has, each with all its futures, or 1."""
        return max(1, self.size // self.futures)

    @property
    def count(self) -> int:
        """How many batches there are."""
        return -(-self.points // self.points_of_a_batch) * self.slices

    def batches(self) -> Iterator[Slice]:
        """Yield every batch in order: point by point, its futures in order."""
        return (self.batch(number) for number in range(self.count))

    def batch(self, number: int) -> Slice:
        """Return one batch by its number, from 0 on."""
        place, part = divmod(number, self.slices)
        first_point = place * self.points_of_a_batch
        points = min(self.points_of_a_batch, self.points - first_point)
        first = part * self.size
        futures = min(self.size, self.futures - first)
        return Slice(number, place // self._places, first_point + 1, points, first, futures)

    @property
    def _places(self) -> int:
        return max(1, _FILES_OF_A_GROUP // self.slices)


def size_for(seconds_per_future: float, columns: int, fewest: int = FEWEST) -> int:
    """Return how many futures a batch has that takes a second at most and little memory.

    Only doublings of the fewest are used, so that a busy moment seldom changes it. The fewest
    themselves take as long as they take.
    """
    size = fewest
    while 2 * size <= MOST and _fits(2 * size, seconds_per_future, columns):
        size *= 2
    return size


def whole_blocks(size: int) -> int:
    """Return a number of futures filled up to whole blocks of the kernel."""
    return -(-size // _BLOCK) * _BLOCK


def _fits(size: int, seconds_per_future: float, columns: int) -> bool:
    in_time = size * seconds_per_future <= _SECONDS
    return in_time and size * columns * _BYTES_OF_A_NUMBER <= _BYTES
