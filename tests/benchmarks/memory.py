"""`make bench ONLY=memory`: what a window holds, and what a run in the terminal holds at most.

Windows are processes of their own and tell what they hold in physical memory now (VmRSS); runs are
measured by their highest mark. The floor is a bare window of four pyqtgraph plots. Linux only: the
numbers are those of /proc.
"""

import json as json_text
from dataclasses import asdict, dataclass, replace
from pathlib import Path

from tests.benchmarks.child import PLOTS, SUANLI_WINDOW, bare_window, numbers
from ui.process.output import complain, say

MOVES = 2_000
FUTURES = (1_000, 100_000)
_STATUS = Path("/proc/self/status")
_HELD = """
def held():
    with open("/proc/self/status") as status:
        return next(int(line.split()[1]) / 1024 for line in status if line.startswith("VmRSS"))
"""
_PAINTED = """
def on_painted():
    print("bare", held())
    app.quit()
window.show()
app.exec()
"""
_WATCHED = """
from tests.benchmarks.holding import Holding
watched = []
def watch(suanli):
    watched.append(Holding(suanli, held, MOVES))
sys.exit(open_window(watch=watch))
"""
_RUN = """
import resource, subprocess, sys
command = [sys.executable, "-m", "ui", "run", "baseline", "--futures", "FUTURES"]
subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
print("peak", resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024)
"""
WINDOW = {
    "start": "after the start, bands shown",
    "moved": "after {moves:,} moves of a slider",
    "seen": "after every chart, the table and the assumptions",
}


@dataclass(frozen=True, slots=True)
class Amount:
    """One measured row: megabytes, and how many times the floor of the same run that is."""

    name: str
    megabytes: float
    ratio: float | None = None


def main(json: bool) -> int:
    """Measure and print; return the exit code."""
    if not _STATUS.exists():
        complain("the memory of a process is read from /proc, which this system has not")
        return 1
    floor = Amount(
        "bare window of four pyqtgraph plots",
        numbers(bare_window(PLOTS) + _HELD + _PAINTED)["bare"],
    )
    rows = (floor, *(replace(r, ratio=r.megabytes / floor.megabytes) for r in _amounts()))
    _show(rows, json=json)
    return 0


def _amounts() -> tuple[Amount, ...]:
    ours = numbers(SUANLI_WINDOW + _HELD + _WATCHED.replace("MOVES", str(MOVES)))
    windows = [Amount(name.format(moves=MOVES), ours[mark]) for mark, name in WINDOW.items()]
    runs = [
        Amount(f"suanli run, {count:,} futures, at most", numbers(_run_of(count))["peak"])
        for count in FUTURES
    ]
    return (*windows, *runs)


def _run_of(futures: int) -> str:
    return _RUN.replace("FUTURES", str(futures))


def _show(rows: tuple[Amount, ...], *, json: bool) -> None:
    title = "memory: MB"
    if json:
        figures = [asdict(row) for row in rows]
        say(json_text.dumps({"bench": title, "figures": figures}, indent=2))
        return
    width = max(len(row.name) for row in rows)
    say(f"\n{title}")
    say(f"{'':{width}}  {'MB':>8}  {'ratio':>7}")
    for row in rows:
        ratio = "floor" if row.ratio is None else f"{row.ratio:.3g}"
        say(f"{row.name:{width}}  {row.megabytes:>8.1f}  {ratio:>7}")
