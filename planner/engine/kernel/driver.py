"""Text of the kernel's driver: loads a block of futures, steps through time, stores outcomes.

Fourth floor of planner. Like `arithmetic` this text is compiled as part of the generated kernel.
`run` takes plain addresses and sizes, as `ARGUMENTS` lists them, so that its machine code can be
loaded and called without the compiler. It works through the blocks `first` to `last`. Outcomes go
to `single` (float32, flat, in the order blocks, months, rows, lanes, so that memory is written from
front to back), and those of the very first future to `double` (float64, months, rows); where
`single` is empty, all go to `double` in the order of `single`.
"""

ARGUMENTS: dict[str, str] = {
    "w": "float64[]",
    "fixed": "float64[]",
    "drawn_rows": "int64[]",
    "drawn": "float64[]",
    "row_offset": "int64[]",
    "row_spread": "int64[]",
    "elapsed": "float64[]",
    "step": "float64",
    "each": "int64",
    "sources": "int64[]",
    "asked": "int64[]",
    "first": "int64",
    "last": "int64",
    "single": "float32[]",
    "double": "float64[]",
}
"""What `run` takes: arrays (two arguments each: address and size) and numbers."""

DRIVER = """
@njit({options})
def load(w, fixed, drawn_rows, drawn, futures, block, row_offset, row_spread):
    for row in range(fixed.shape[0]):
        offset = row_offset[row]
        for j in range(B):
            w[offset + j] = fixed[row]
    for i in range(drawn_rows.shape[0]):
        offset = row_offset[drawn_rows[i]]
        for j in range(B):
            w[offset + j] = drawn[i * futures + block * B + j]
    for row in range(fixed.shape[0]):
        spread = row_spread[row]
        if spread >= 0:
            for j in range(A):
                w[spread + j] = w[row_offset[row] + j % B]


@njit({options})
def store(w, sources, base, first, single, double):
    for row in range(sources.shape[0]):
        source = np.uintp(sources[row])
        target = np.uintp(base + row * B)
        if single.shape[0] > 0:
            for j in range(B):
                single[target + np.uintp(j)] = w[source + np.uintp(j)]
            if first >= 0:
                double[np.uintp(first + row)] = w[source]
        else:
            for j in range(B):
                double[target + np.uintp(j)] = w[source + np.uintp(j)]


@njit({options})
def walk(w, elapsed, step, each, sources, asked, base, single, double):
    once(w, 0.0, 0.0, step)
    begin(w, FIRST + elapsed[0], elapsed[0], step)
    spread_stocks(w)
    rows = sources.shape[0]
    for number in range(elapsed.shape[0]):
        time = FIRST + elapsed[number]
        advance(w, time, elapsed[number], step)
        if number % each == 0:
            month = number // each
            look(w, asked, time, elapsed[number], step)
            center = month * rows if base == 0 and double.shape[0] > 0 else -1
            store(w, sources, base + month * rows * B, center, single, double)
        for i in range({stock_lanes}):
            w[{stocks} + i] += step * w[{flows} + i]
        spread_stocks(w)


@njit({outer_options})
def run({arguments}):
{arrays}
    for j in range(B):
        w[{mask} + j] = 1.0
    months = (elapsed.shape[0] - 1) // each + 1
    futures = drawn.shape[0] // max(1, drawn_rows.shape[0])
    for block in range(first, last):
        load(w, fixed, drawn_rows, drawn, futures, block, row_offset, row_spread)
        base = block * months * sources.shape[0] * B
        walk(w, elapsed, step, each, sources, asked, base, single, double)
"""


def parameters() -> tuple[tuple[str, str], ...]:
    """Return name and type of every parameter of `run`; an array is `name_at` and `name_size`."""
    found: list[tuple[str, str]] = []
    for name, kind in ARGUMENTS.items():
        if kind.endswith("[]"):
            found += [(f"{name}_at", kind.removesuffix("[]") + "*"), (f"{name}_size", "int64")]
        else:
            found.append((name, kind))
    return tuple(found)


def array_lines() -> str:
    """Return the lines that make arrays of addresses and sizes."""
    return "\n".join(
        f"    {name} = carray({name}_at, ({name}_size,))"
        for name, kind in ARGUMENTS.items()
        if kind.endswith("[]")
    )
