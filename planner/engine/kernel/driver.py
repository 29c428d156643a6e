"""Text of the kernel's driver: loads a block of futures, steps through time, stores outcomes.

Fourth floor of planner. Like `arithmetic` this text is compiled as part of the generated kernel.
`run` works through the blocks `first` to `last`. With `paired` it runs each block twice: first
without vouchers, keeping the counterfactual path, then as asked. Outcomes go to `single`
(float32, flat, in the order blocks, months, rows, lanes, so that memory is written from front to
back), and those of the very first future to `double` (float64, months, rows); where `single` is
empty, all go to `double` in the order of `single`.
"""

DRIVER = """
@njit({options})
def load(w, fixed, drawn_rows, drawn, block, row_offset, row_spread):
    for row in range(fixed.shape[0]):
        offset = row_offset[row]
        for j in range(B):
            w[offset + j] = fixed[row]
    for i in range(drawn_rows.shape[0]):
        offset = row_offset[drawn_rows[i]]
        source = drawn[i]
        for j in range(B):
            w[offset + j] = source[block * B + j]
    for row in range(fixed.shape[0]):
        spread = row_spread[row]
        if spread >= 0:
            for j in range(A):
                w[spread + j] = w[row_offset[row] + j % B]


@njit({options})
def clear(w, offsets, lanes):
    for i in range(offsets.shape[0]):
        for j in range(lanes[i]):
            w[offsets[i] + j] = 0.0


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
def walk(w, elapsed, step, each, path, keep, sources, base, single, double):
    once(w, 0.0, 0.0, step)
    begin(w, FIRST + elapsed[0], elapsed[0], step)
    spread_stocks(w)
    for number in range(elapsed.shape[0]):
        if number % each == 0:
            month = number // each
            if keep:
                for j in range(A):
                    path[month * A + j] = w[{counterfactual_of} + j]
            else:
                for j in range(A):
                    w[{counterfactual} + j] = path[month * A + j]
        advance(w, FIRST + elapsed[number], elapsed[number], step)
        if number % each == 0 and not keep:
            look(w, FIRST + elapsed[number], elapsed[number], step)
            month = number // each
            rows = sources.shape[0]
            center = month * rows if base == 0 and double.shape[0] > 0 else -1
            store(w, sources, base + month * rows * B, center, single, double)
        for i in range({stock_lanes}):
            w[{stocks} + i] += step * w[{flows} + i]
        spread_stocks(w)


@njit({options})
def run(
    fixed, drawn_rows, drawn, row_offset, row_spread, zero_offsets, zero_lanes,
    elapsed, step, each, paired, sources, first, last, single, double,
):
    w = np.zeros({lanes})
    w[{mask} : {mask} + B] = 1.0
    months = (elapsed.shape[0] - 1) // each + 1
    path = np.zeros(months * A)
    for block in range(first, last):
        if paired:
            load(w, fixed, drawn_rows, drawn, block, row_offset, row_spread)
            clear(w, zero_offsets, zero_lanes)
            walk(w, elapsed, step, each, path, True, sources, 0, single, double)
        load(w, fixed, drawn_rows, drawn, block, row_offset, row_spread)
        base = block * months * sources.shape[0] * B
        walk(w, elapsed, step, each, path, False, sources, base, single, double)
"""
