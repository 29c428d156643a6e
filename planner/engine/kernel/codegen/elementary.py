"""The elementary functions that all others are made of, as instructions for all lanes at once.

Fourth floor of planner. The others are written in terms of these in the table of
`planner.model.language.functions`. exp and log are plain arithmetic, accurate to 1e-13 of their
value over the arguments the model uses: exp for -708 to 709, log for positive normal numbers.

exp: x = k ln 2 + r with |r| <= ln 2 / 2; a polynomial of degree 10 in r, then k is added to the
exponent bits. log: x = 2^k m with m between the roots of 1/2 and 2; log(m) is 2 artanh(s) of
s = (m - 1) / (m + 1), a polynomial of degree 6 in s^2 for log(m) / s: the division is worked on
beside products, which are what the kernel waits for. Both are interpolated at Chebyshev points.
Polynomials are summed in groups of four, which keeps chains of dependent operations short. Only
here may a product and a sum be fused: equations must round alike in both worlds, to the last bit.
"""

from collections.abc import Callable, Sequence

from llvmlite import ir

from planner.engine.kernel.codegen.vectors import INT_VECTOR, VECTOR, number, whole

ROUND = 6755399441055744.0
LOG2_E = 1.4426950408889634
LN2 = 0.6931471805599453
HALF_ROOT = 0x3FE6A09E00000000
EXPONENT = -4503599627370496
ROUND_BITS = 0x4338000000000000
MANTISSA_BITS = 52
LEAST_EXP, MOST_EXP = -708.0, 709.0

EXP = (
    1.0,
    1.0000000000000067,
    0.5000000000000006,
    0.16666666666554406,
    0.04166666666657314,
    0.008333333385667782,
    0.0013888888932488599,
    0.00019841170270440067,
    2.4801504346997686e-05,
    2.764018079620985e-06,
    2.7626357241447223e-07,
)
LOG = (
    2.0000000000000004,
    0.6666666666655292,
    0.40000000061741614,
    0.2857141602110767,
    0.22223434547517906,
    0.18121934431215214,
    0.16837659970680488,
)

Write = Callable[..., ir.Value]


def define_functions(module: ir.Module) -> dict[str, Write]:
    """Write exp and log into a module; return how they, and a choice, are called there."""
    return {
        "exp": _calling(_define(module, "exp", _exp)),
        "log": _calling(_define(module, "log", _log)),
        "choose": _choose,
    }


def _define(module: ir.Module, name: str, body: Callable[..., ir.Value]) -> ir.Function:
    function = ir.Function(module, ir.FunctionType(VECTOR, [VECTOR]), name)
    function.linkage = "internal"
    function.attributes.add("alwaysinline")
    builder = ir.IRBuilder(function.append_basic_block())
    builder.ret(body(builder, function.args[0]))
    return function


def _calling(function: ir.Function) -> Write:
    def call(builder: ir.IRBuilder, x: ir.Value) -> ir.Value:
        return builder.call(function, [x])

    return call


def _exp(builder: ir.IRBuilder, x: ir.Value) -> ir.Value:
    x = _smaller(builder, _larger(builder, x, number(LEAST_EXP)), number(MOST_EXP))
    t = _fused(builder, x, number(LOG2_E), number(ROUND))
    k = builder.fsub(t, number(ROUND))
    r = _fused(builder, k, number(-LN2), x)
    bits = builder.bitcast(_polynomial(builder, r, EXP), INT_VECTOR)
    scale = builder.shl(builder.bitcast(t, INT_VECTOR), whole(MANTISSA_BITS))
    return builder.bitcast(builder.add(bits, scale), VECTOR)


def _log(builder: ir.IRBuilder, x: ir.Value) -> ir.Value:
    bits = builder.bitcast(x, INT_VECTOR)
    shifted = builder.sub(bits, whole(HALF_ROOT))
    exponent = builder.add(builder.ashr(shifted, whole(MANTISSA_BITS)), whole(ROUND_BITS))
    k = builder.fsub(builder.bitcast(exponent, VECTOR), number(ROUND))
    mantissa = builder.sub(bits, builder.and_(shifted, whole(EXPONENT)))
    m = builder.bitcast(mantissa, VECTOR)
    s = builder.fdiv(builder.fsub(m, number(1.0)), builder.fadd(m, number(1.0)))
    rest = builder.fmul(s, _polynomial(builder, builder.fmul(s, s), LOG))
    return _fused(builder, k, number(LN2), rest)


def _fused(builder: ir.IRBuilder, a: ir.Value, b: ir.Value, c: ir.Value) -> ir.Value:
    """Return a b + c, in one rounding where the processor can.

    The intrinsic says which product is meant. Of two in a sum, flags that allow fusing leave the
    choice to the compiler, which then chose otherwise in another loop.
    """
    kind = ir.FunctionType(VECTOR, [VECTOR, VECTOR, VECTOR])
    name = f"llvm.fmuladd.v{VECTOR.count}f64"
    function = builder.module.globals.get(name) or ir.Function(builder.module, kind, name)
    return builder.call(function, [a, b, c])


def _polynomial(builder: ir.IRBuilder, x: ir.Value, coefficients: Sequence[float]) -> ir.Value:
    """Return the sum of c[n] x^n: pairs, pairs of pairs, and those one after another (Horner)."""
    square = builder.fmul(x, x)
    fourth = builder.fmul(square, square)
    pairs = _paired(builder, x, [number(c) for c in coefficients])
    *rest, total = _paired(builder, square, pairs)
    for term in reversed(rest):
        total = _fused(builder, fourth, total, term)
    return total


def _paired(builder: ir.IRBuilder, x: ir.Value, terms: Sequence[ir.Value]) -> list[ir.Value]:
    """Return each even term plus x times its neighbor; the last may have none."""
    pairs = zip(terms[::2], terms[1::2], strict=False)
    paired = [_fused(builder, x, high, low) for low, high in pairs]
    return [*paired, *terms[2 * len(paired) :]]


def _smaller(builder: ir.IRBuilder, a: ir.Value, b: ir.Value) -> ir.Value:
    return builder.select(builder.fcmp_ordered("<", a, b), a, b)


def _larger(builder: ir.IRBuilder, a: ir.Value, b: ir.Value) -> ir.Value:
    return builder.select(builder.fcmp_ordered(">", a, b), a, b)


def _choose(builder: ir.IRBuilder, condition: ir.Value, yes: ir.Value, no: ir.Value) -> ir.Value:
    return builder.select(condition, yes, no)
