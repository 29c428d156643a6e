"""`make bench ONLY=million`: a scenario of a million futures in a real window, in its own process.

Told of each stage: seconds, and for how many milliseconds the window stood still at most; and the
most memory the process held. A hand drags a lever while the futures are chosen. Linux only: memory
is read from /proc.
"""

import json as json_text
from dataclasses import asdict, dataclass
from pathlib import Path

from tests.benchmarks.child import SUANLI_WINDOW, numbers
from ui.process.output import complain, say

FUTURES = 1_000_000
_STATUS = Path("/proc/self/status")
_WATCHED = """
from tests.benchmarks.waiting import Waiting
watched = []
def watch(suanli):
    watched.append(Waiting(suanli, FUTURES))
code = open_window(watch=watch)
with open("/proc/self/status") as status:
    print("peak", next(int(line.split()[1]) / 1024 for line in status if line.startswith("VmHWM")))
sys.exit(code)
"""
STAGES = {
    "own": "opened, until some of its own futures are shown",
    "dragged": "a lever dragged meanwhile",
    "whole": "let go, until all are shown",
}


@dataclass(frozen=True, slots=True)
class Stage:
    """One measured row: seconds, and milliseconds for which the window stood still at most."""

    name: str
    seconds: float
    still_ms: float


def main(json: bool) -> int:
    """Measure and print; return the exit code."""
    if not _STATUS.exists():
        complain("the memory of a process is read from /proc, which this system has not")
        return 1
    found = numbers(SUANLI_WINDOW + _WATCHED.replace("FUTURES", str(FUTURES)))
    stages = [
        Stage(name, found[f"{mark}_seconds"], found[f"{mark}_still"])
        for mark, name in STAGES.items()
    ]
    _show(stages, found["peak"], json=json)
    return 0


def _show(stages: list[Stage], peak: float, *, json: bool) -> None:
    title = f"million: a scenario of {FUTURES:,} futures"
    if json:
        figures = {"figures": [asdict(each) for each in stages], "megabytes": peak}
        say(json_text.dumps({"bench": title, **figures}, indent=2))
        return
    width = max(len(each.name) for each in stages)
    say(f"\n{title}; {peak:.0f} MB at most")
    say(f"{'':{width}}  {'seconds':>8}  {'still ms':>8}")
    for each in stages:
        say(f"{each.name:{width}}  {each.seconds:>8.1f}  {each.still_ms:>8.0f}")
