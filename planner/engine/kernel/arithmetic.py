"""exp and log as plain arithmetic, so that the compiler can compute many futures at once.

Fourth floor of planner. This file is not imported: its text becomes the head of the generated
kernel, which numba then compiles as a whole. Both functions are accurate to 1e-14 of their value
over the arguments the model uses: exp for -708 to 709, log for positive normal numbers.

exp: x = k ln 2 + r with |r| <= ln 2 / 2; a Taylor polynomial of degree 11 in r, then k is added to
the exponent bits. log: x = 2^k m with m between the roots of 1/2 and 2; a polynomial of degree 17
in f = m - 1 for log(1 + f) / f, interpolated at Chebyshev points: a division would cost more.
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
LOG_0 = 0.9999999999999982
LOG_1 = -0.4999999999999949
LOG_2 = 0.3333333333356651
LOG_3 = -0.250000000004906
LOG_4 = 0.1999999994927493
LOG_5 = -0.16666666547716802
LOG_6 = 0.142857184516011
LOG_7 = -0.12500011471341066
LOG_8 = 0.11110946732564925
LOG_9 = -0.09999461251094016
LOG_10 = 0.09094245643118994
LOG_11 = -0.08346792322588518
LOG_12 = 0.07660269933848152
LOG_13 = -0.06962422860954641
LOG_14 = 0.0672671996026464
LOG_15 = -0.0742774141525569
LOG_16 = 0.06999188890512222
LOG_17 = -0.03253855332837162


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


@njit(forceinline=True, fastmath=RELAXED, error_model="numpy", _nrt=False)
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


@njit(forceinline=True, fastmath=RELAXED, error_model="numpy", _nrt=False)
def log(x):
    """Return the natural logarithm of a positive x."""
    bits = bits_of(x)
    shifted = bits - HALF_ROOT
    k = float_of((shifted >> 52) + ROUND_BITS) - ROUND
    m = float_of(bits - (shifted & EXPONENT))
    f = m - 1.0
    f2 = f * f
    f4 = f2 * f2
    f8 = f4 * f4
    a = (LOG_0 + f * LOG_1) + f2 * (LOG_2 + f * LOG_3)
    b = (LOG_4 + f * LOG_5) + f2 * (LOG_6 + f * LOG_7)
    c = (LOG_8 + f * LOG_9) + f2 * (LOG_10 + f * LOG_11)
    d = (LOG_12 + f * LOG_13) + f2 * (LOG_14 + f * LOG_15)
    p = (a + f4 * b) + f8 * ((c + f4 * d) + f8 * (LOG_16 + f * LOG_17))
    return k * LN2_HIGH + (f * p + k * LN2_LOW)


@njit(forceinline=True, fastmath=RELAXED, error_model="numpy", _nrt=False)
def smaller(a, b):
    """Return the smaller of two numbers."""
    return a if a < b else b


@njit(forceinline=True, fastmath=RELAXED, error_model="numpy", _nrt=False)
def larger(a, b):
    """Return the larger of two numbers."""
    return a if a > b else b


@njit(forceinline=True, fastmath=RELAXED, error_model="numpy", _nrt=False)
def above_zero(a):
    """Return the number where it is positive, else zero."""
    return a if a > 0.0 else 0.0


@njit(forceinline=True, fastmath=RELAXED, error_model="numpy", _nrt=False)
def choose(condition, yes, no):
    """Return one of two numbers."""
    return yes if condition else no


@njit(forceinline=True, fastmath=RELAXED, error_model="numpy", _nrt=False)
def share_of(part, whole):
    """Return part / whole, and zero where the whole is zero."""
    return part / whole if whole > 0.0 else 0.0


@njit(forceinline=True, fastmath=RELAXED, error_model="numpy", _nrt=False)
def cost_per(cost, gain, least):
    """Return cost / gain, unbounded or undefined where the gain is not above the least."""
    counted = gain if gain > least else least
    return cost / counted * (1.0 if gain > least else INFINITE)


INFINITE = float("inf")
