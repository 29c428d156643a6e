"""exp and log as plain arithmetic, so that the compiler can compute many futures at once.

Fourth floor of planner. This file is not imported: its text becomes the head of the generated
kernel, which numba then compiles as a whole. Both functions are accurate to 1e-14 of their value
over the arguments the model uses: exp for -708 to 709, log for positive normal numbers.

exp: x = k ln 2 + r with |r| <= ln 2 / 2; a Taylor polynomial of degree 11 in r, then k is added to
the exponent bits. log: x = 2^k m with m around 1; the series of artanh((m - 1) / (m + 1)).
Polynomials are summed pairwise (Estrin), which keeps chains of dependent operations short.
"""

from llvmlite import ir
from numba import njit, types
from numba.extending import intrinsic

RELAXED = {"contract", "nsz"}

ROUND = 6755399441055744.0
LOG2_E = 1.4426950408889634
LN2_HIGH = 0.6931471803691238
LN2_LOW = 1.9082149292705877e-10
HALF_ROOT = 0x3FE6A09E00000000
EXPONENT = -4503599627370496
ROUND_BITS = 0x4338000000000000


@intrinsic
def bits_of(typing_context, value):
    """Return the bits of a float64 as an int64."""

    def generate(context, builder, signature, arguments):
        return builder.bitcast(arguments[0], ir.IntType(64))

    return types.int64(types.float64), generate


@intrinsic
def float_of(typing_context, bits):
    """Return the float64 that has these bits."""

    def generate(context, builder, signature, arguments):
        return builder.bitcast(arguments[0], ir.DoubleType())

    return types.float64(types.int64), generate


@njit(forceinline=True, fastmath=RELAXED, error_model="numpy")
def exp(x):
    """Return e to the power x."""
    x = min(max(x, -708.0), 709.0)
    t = x * LOG2_E + ROUND
    k = t - ROUND
    r = (x - k * LN2_HIGH) - k * LN2_LOW
    r2 = r * r
    r4 = r2 * r2
    a = (1.0 + r) + r2 * (1.0 / 2.0 + r * (1.0 / 6.0))
    b = (1.0 / 24.0 + r * (1.0 / 120.0)) + r2 * (1.0 / 720.0 + r * (1.0 / 5040.0))
    c = (1.0 / 40320.0 + r * (1.0 / 362880.0)) + r2 * (1.0 / 3628800.0 + r * (1.0 / 39916800.0))
    p = (a + r4 * b) + (r4 * r4) * c
    return float_of(bits_of(p) + (bits_of(t) << 52))


@njit(forceinline=True, fastmath=RELAXED, error_model="numpy")
def log(x):
    """Return the natural logarithm of a positive x."""
    bits = bits_of(x)
    shifted = bits - HALF_ROOT
    k = float_of((shifted >> 52) + ROUND_BITS) - ROUND
    m = float_of(bits - (shifted & EXPONENT))
    f = m - 1.0
    s = f / (2.0 + f)
    z = s * s
    z2 = z * z
    z4 = z2 * z2
    a = (2.0 / 3.0 + z * (2.0 / 5.0)) + z2 * (2.0 / 7.0 + z * (2.0 / 9.0))
    b = (2.0 / 11.0 + z * (2.0 / 13.0)) + z2 * (2.0 / 15.0 + z * (2.0 / 17.0))
    p = a + z4 * b
    return k * LN2_HIGH + (s * (p * z) + (2.0 * s + k * LN2_LOW))


@njit(forceinline=True, fastmath=RELAXED, error_model="numpy")
def smaller(a, b):
    """Return the smaller of two numbers."""
    return a if a < b else b


@njit(forceinline=True, fastmath=RELAXED, error_model="numpy")
def larger(a, b):
    """Return the larger of two numbers."""
    return a if a > b else b


@njit(forceinline=True, fastmath=RELAXED, error_model="numpy")
def above_zero(a):
    """Return the number where it is positive, else zero."""
    return a if a > 0.0 else 0.0


@njit(forceinline=True, fastmath=RELAXED, error_model="numpy")
def choose(condition, yes, no):
    """Return one of two numbers."""
    return yes if condition else no


@njit(forceinline=True, fastmath=RELAXED, error_model="numpy")
def share_of(part, whole):
    """Return part / whole, and zero where the whole is zero."""
    return part / whole if whole > 0.0 else 0.0


@njit(forceinline=True, fastmath=RELAXED, error_model="numpy")
def cost_per(cost, gain, least):
    """Return cost / gain, unbounded or undefined where the gain is not above the least."""
    counted = gain if gain > least else least
    return cost / counted * (1.0 if gain > least else INFINITE)


INFINITE = float("inf")
