"""The published example of PRIM: B. P. Bryant and R. J. Lempert, "Thinking inside the box" (2010).

With the data that the EMA workbench gives out; `bryant-lempert-2010.txt` tells the license.
"""

import csv
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

DATA = Path(__file__).with_name("bryant-lempert-2010.csv")


def published() -> tuple[list[str], NDArray[np.float64], NDArray[np.bool_]]:
    """Return names of inputs, their values float64[inputs, runs], and which runs are cases."""
    rows = list(csv.reader(DATA.read_text("utf-8").splitlines()))
    numbers = np.array(rows[1:], np.float64).T
    return rows[0][:-1], numbers[:-1].copy(), numbers[-1] > 0.5
