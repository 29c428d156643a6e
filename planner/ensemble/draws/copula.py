"""Joins independent points to draws that are correlated as the model says: a Gaussian copula.

Fifth floor of planner. Each row of points stays uniform. Rows that no correlation names stay as
they are, to the last bit, so a row more or less moves none of them.
"""

from collections.abc import Sequence
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from planner.model.assumptions.correlations import Correlation
from planner.model.graph import model
from planner.model.inputs import dimension_of
from planner.model.scenario import assumption_at


def correlated_dimensions() -> tuple[int, ...]:
    """Return the dimensions that some correlation of the model names, in order."""
    return _factor(model().correlations)[0]


def joined(points: NDArray[np.float64]) -> NDArray[np.float64]:
    """Return points [correlated dimensions, any number] with the model's correlations.

    Raises ValueError when no draws can have all these correlations at once.
    """
    from scipy.special import ndtr, ndtri

    scores = ndtri(points)
    joint = np.zeros_like(scores)
    for row, weights in enumerate(_factor(model().correlations)[1]):
        for column in np.flatnonzero(weights):  # a product of matrices rounds by their sizes
            joint[row] += weights[column] * scores[column]
    found: NDArray[np.float64] = ndtr(joint, out=joint)
    return found


@lru_cache(maxsize=4)
def _factor(correlations: Sequence[Correlation]) -> tuple[tuple[int, ...], NDArray[np.float64]]:
    """Return the dimensions, and the lower factor of their correlations."""
    pairs = [(_dimension(each.one), _dimension(each.other), each.rho) for each in correlations]
    dimensions = tuple(sorted({place for one, other, _ in pairs for place in (one, other)}))
    matrix = np.eye(len(dimensions))
    for one, other, rho in pairs:
        row, column = dimensions.index(one), dimensions.index(other)
        matrix[row, column] = matrix[column, row] = rho
    return dimensions, factor(matrix)


def factor(matrix: NDArray[np.float64]) -> NDArray[np.float64]:
    """Return the lower Cholesky factor of a matrix of correlations.

    Raises ValueError when it is not positive definite.
    """
    try:
        return np.linalg.cholesky(matrix).astype(np.float64, copy=False)
    except np.linalg.LinAlgError as error:
        least = float(np.linalg.eigvalsh(matrix).min())
        message = (
            "no draws can have all correlations of the model at once: their matrix is not "
            f"positive definite, its least eigenvalue is {least:.3g}; weaken some of them"
        )
        raise ValueError(message) from error


def _dimension(name: str) -> int:
    row, element = assumption_at(name)
    return dimension_of(row, element)
