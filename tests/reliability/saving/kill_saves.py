"""Kills processes at random moments of their saves and looks at what is there; prints JSON.

Run as a program: folder, number of kills, seed. A child saves numbered contents with a checksum and
acknowledges each save through a pipe once it has returned.
"""

import json
import os
import random
import signal
import sys
import time
import zlib
from pathlib import Path

from planner.storage.atomic import write_atomically
from planner.storage.leftovers import sweep

NUMBER = 8
SUM = 4


def content(number: int) -> bytes:
    """Return the numbered content: number, filling of some length, checksum."""
    body = number.to_bytes(NUMBER, "big") + b"x" * (number * 7919 % 40_000)
    return body + zlib.crc32(body).to_bytes(SUM, "big")


def number_in(data: bytes) -> int | None:
    """Return the number of a whole content, None of a damaged one."""
    body = data[:-SUM]
    if len(data) < NUMBER + SUM or zlib.crc32(body) != int.from_bytes(data[-SUM:], "big"):
        return None
    return int.from_bytes(body[:NUMBER], "big")


def child(path: Path, first: int, acknowledge: int) -> None:
    """Save again and again until killed."""
    for number in range(first, first + 1_000_000):
        write_atomically(path, content(number), backup=True)
        os.write(acknowledge, number.to_bytes(NUMBER, "big"))


def killed(path: Path, first: int, after: float) -> int:
    """Let a child save from a number on, kill it, and return the last number acknowledged."""
    reading, writing = os.pipe()
    process = os.fork()
    if process == 0:
        child(path, first, writing)
    os.close(writing)
    time.sleep(after)
    os.kill(process, signal.SIGKILL)
    os.waitpid(process, 0)
    said = b""
    while more := os.read(reading, 65536):
        said += more
    os.close(reading)
    return int.from_bytes(said[-NUMBER:], "big") if said else first - 1


def main() -> None:
    """Kill as often as asked and print what was found."""
    folder, kills, seed = Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3])
    chosen, path = random.Random(seed), folder / "a.scenario.json"  # noqa: S311
    write_atomically(path, content(0))
    number = saves = corrupt = older = 0
    for _ in range(kills):
        last = killed(path, number + 1, chosen.uniform(0, 0.03))
        saves += last - number
        found = number_in(path.read_bytes())
        before = number_in(path.with_name(path.name + ".bak").read_bytes()) if last else 0
        corrupt += (found is None) + (before is None)
        older += found is not None and found < last
        number = last if found is None else max(found, last)
    left = len(list(folder.glob(".*.tmp")))
    swept = sweep([folder], older_than=0)
    figures = {"kills": kills, "saves": saves, "corrupt": corrupt, "older": older}
    remaining = len(list(folder.glob(".*.tmp")))
    sys.stdout.write(json.dumps({**figures, "left": left, "swept": swept, "remaining": remaining}))


if __name__ == "__main__":
    main()
