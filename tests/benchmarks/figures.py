"""Figures of a benchmark: timings as medians, printed as a table or as JSON."""

import json as json_text
from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from statistics import median
from time import perf_counter

from planner.engine.run import warm_up_kernel, why_interpreted
from ui.process.output import complain, say


@dataclass(frozen=True, slots=True)
class Figure:
    """One measured row: milliseconds, and how many times the floor of the same run that is."""

    name: str
    median_ms: float
    p95_ms: float
    runs: int
    ratio: float | None = None


def timed(name: str, work: Callable[[], object], runs: int, warm: int = 1) -> Figure:
    """Run the work several times and return median and 95th percentile of its time."""
    for _ in range(warm):
        work()
    seconds: list[float] = []
    for _ in range(runs):
        begin = perf_counter()
        work()
        seconds.append(perf_counter() - begin)
    return figure(name, seconds)


def timed_in_turn(works: Mapping[str, Callable[[], object]], rounds: int) -> tuple[Figure, ...]:
    """Run every work once a round, so that a busy moment of the machine meets all of them alike."""
    seconds: dict[str, list[float]] = {name: [] for name in works}
    for number in range(rounds + 1):
        for name, work in works.items():
            begin = perf_counter()
            work()
            if number:  # the first round warms up
                seconds[name].append(perf_counter() - begin)
    return tuple(figure(name, times) for name, times in seconds.items())


def figure(name: str, seconds: Sequence[float]) -> Figure:
    """Return the figure of several timings."""
    ordered = sorted(seconds)
    late = ordered[min(len(ordered) - 1, int(0.95 * len(ordered)))]
    return Figure(name, median(ordered) * 1e3, late * 1e3, len(ordered))


def scaled(figure: Figure, factor: float) -> Figure:
    """Return the figure with its times multiplied by a factor."""
    return replace(figure, median_ms=figure.median_ms * factor, p95_ms=figure.p95_ms * factor)


def against(floor: Figure, figures: Sequence[Figure]) -> tuple[Figure, ...]:
    """Return the floor and the figures with their ratio to it."""
    return (
        floor,
        *(replace(f, ratio=f.median_ms / floor.median_ms) for f in figures),
    )


def show(title: str, figures: Sequence[Figure], *, json: bool) -> None:
    """Print the figures."""
    if json:
        rows = [asdict(f) for f in figures]
        say(json_text.dumps({"bench": title, "figures": rows}, indent=2))
        return
    width = max(len(f.name) for f in figures)
    say(f"\n{title}")
    say(f"{'':{width}}  {'median ms':>10}  {'p95 ms':>10}  {'runs':>5}  {'ratio':>7}")
    for f in figures:
        ratio = _ratio(f.ratio)
        row = f"{f.median_ms:>10.2f}  {f.p95_ms:>10.2f}  {f.runs:>5}  {ratio:>7}"
        say(f"{f.name:{width}}  {row}")


def _ratio(ratio: float | None) -> str:
    """Return a ratio to the floor; below it as a fraction, as one speaks of speed."""
    if ratio is None:
        return "floor"
    return f"{ratio:.3g}" if ratio >= 1 else f"1/{1 / ratio:.3g}"


def has_kernel() -> bool:
    """Load the compiled model; where it cannot run, say so: the slow one is not to stand for it."""
    warm_up_kernel()
    why = why_interpreted()
    if why:
        complain(f"there is no compiled model to measure: {why}")
    return not why
