"""Text of the kernel's driver: loads a block of futures, steps through time, stores outcomes.

Fourth floor of planner. Like `arithmetic` this text is compiled as part of the generated kernel.
`run` works through the blocks `first` to `last`. With `paired` it runs each block twice: first
without vouchers, keeping the counterfactual path, then as asked. Outcomes go to `single`
(float32[rows, months, futures]) or, where that is empty, to `double` (float64, same shape).
"""

DRIVER = '''
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
def store(w, sources, month, block, single, double):
    for row in range(sources.shape[0]):
        source = w[sources[row] : sources[row] + B]
        if single.shape[0] > 0:
            target = single[row, month, block * B : block * B + B]
            for j in range(B):
                target[j] = source[j]
        else:
            exact = double[row, month, block * B : block * B + B]
            for j in range(B):
                exact[j] = source[j]


@njit({options})
def walk(w, elapsed, step, each, path, keep, sources, block, single, double):
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
            store(w, sources, number // each, block, single, double)
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
    path = np.zeros((elapsed.shape[0] // each + 1) * A)
    for block in range(first, last):
        if paired:
            load(w, fixed, drawn_rows, drawn, block, row_offset, row_spread)
            clear(w, zero_offsets, zero_lanes)
            walk(w, elapsed, step, each, path, True, sources, block, single, double)
        load(w, fixed, drawn_rows, drawn, block, row_offset, row_spread)
        walk(w, elapsed, step, each, path, False, sources, block, single, double)
'''
