"""What equations may call, written for all lanes at once.

Fourth floor of planner. exp and log are plain arithmetic, accurate to 1e-13 of their value over the
arguments the model uses: exp for -708 to 709, log for positive normal numbers.

exp: x = k ln 2 + r with |r| <= ln 2 / 2; a polynomial of degree 10 in r, then k is added to the
exponent bits. log: x = 2^k m with m between the roots of 1/2 and 2; a polynomial of degree 15 in
f = m - 1 for log(1 + f) / f: a division would cost more. Both are interpolated at Chebyshev points.
Polynomials are summed pairwise (Estrin), which keeps chains of dependent operations short. Only
here may a product and a sum be fused: equations must round alike in both worlds, to the last bit.
"""

from collections.abc import Callable, Sequence

from llvmlite import ir

from planner.engine.kernel.lanes import INT_LANES, LANES, number, whole

ROUND = 6755399441055744.0
LOG2_E = 1.4426950408889634
LN2_HIGH = 0.6931471803691238
LN2_LOW = 1.9082149292705877e-10
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
    1.0000000000000617,
    -0.5000000000011996,
    0.3333333332696426,
    -0.24999999950761742,
    0.2000000104854377,
    -0.1666667282322684,
    0.14285651767534413,
    -0.12499653070523752,
    0.11112762228270176,
    -0.10010029904388151,
    0.09072787538010386,
    -0.081813256819716,
    0.0769951228297265,
    -0.0824502565074284,
    0.07920684271924677,
    -0.038871612816231214,
)

Write = Callable[..., ir.Value]


def define_functions(module: ir.Module) -> dict[str, Write]:
    """Write exp and log into a module; return how each elementary function is called there."""
    return {
        "exp": _calling(_define(module, "exp", _exp)),
        "log": _calling(_define(module, "log", _log)),
        "smaller": _smaller,
        "larger": _larger,
        "above_zero": _above_zero,
        "choose": _choose,
        "share_of": _share_of,
        "cost_per": _cost_per,
    }


def _define(module: ir.Module, name: str, body: Callable[..., ir.Value]) -> ir.Function:
    function = ir.Function(module, ir.FunctionType(LANES, [LANES]), name)
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
    r = _fused(builder, k, number(-LN2_HIGH), x)
    r = _fused(builder, k, number(-LN2_LOW), r)
    bits = builder.bitcast(_polynomial(builder, r, EXP), INT_LANES)
    scale = builder.shl(builder.bitcast(t, INT_LANES), whole(MANTISSA_BITS))
    return builder.bitcast(builder.add(bits, scale), LANES)


def _log(builder: ir.IRBuilder, x: ir.Value) -> ir.Value:
    bits = builder.bitcast(x, INT_LANES)
    shifted = builder.sub(bits, whole(HALF_ROOT))
    exponent = builder.add(builder.ashr(shifted, whole(MANTISSA_BITS)), whole(ROUND_BITS))
    k = builder.fsub(builder.bitcast(exponent, LANES), number(ROUND))
    mantissa = builder.sub(bits, builder.and_(shifted, whole(EXPONENT)))
    f = builder.fsub(builder.bitcast(mantissa, LANES), number(1.0))
    low = builder.fmul(k, number(LN2_LOW))
    rest = _fused(builder, f, _polynomial(builder, f, LOG), low)
    return _fused(builder, k, number(LN2_HIGH), rest)


def _fused(builder: ir.IRBuilder, a: ir.Value, b: ir.Value, c: ir.Value) -> ir.Value:
    """Return a b + c, in one rounding where the processor can.

    The intrinsic says which product is meant. Of two in a sum, flags that allow fusing leave the
    choice to the compiler, which then chose otherwise in another loop.
    """
    kind = ir.FunctionType(LANES, [LANES, LANES, LANES])
    name = f"llvm.fmuladd.v{LANES.count}f64"
    function = builder.module.globals.get(name) or ir.Function(builder.module, kind, name)
    return builder.call(function, [a, b, c])


def _polynomial(builder: ir.IRBuilder, x: ir.Value, coefficients: Sequence[float]) -> ir.Value:
    """Return the sum of c[n] x^n, added pairwise: neighbors first, then pairs of pairs."""
    terms: list[ir.Value] = [number(c) for c in coefficients]
    power = x
    while len(terms) > 1:
        pairs = [
            _fused(builder, power, high, low)
            for low, high in zip(terms[::2], terms[1::2], strict=False)
        ]
        terms = pairs + terms[2 * len(pairs) :]
        if len(terms) > 1:
            power = builder.fmul(power, power)
    return terms[0]


def _smaller(builder: ir.IRBuilder, a: ir.Value, b: ir.Value) -> ir.Value:
    return builder.select(builder.fcmp_ordered("<", a, b), a, b)


def _larger(builder: ir.IRBuilder, a: ir.Value, b: ir.Value) -> ir.Value:
    return builder.select(builder.fcmp_ordered(">", a, b), a, b)


def _above_zero(builder: ir.IRBuilder, a: ir.Value) -> ir.Value:
    return _larger(builder, a, number(0.0))


def _choose(builder: ir.IRBuilder, condition: ir.Value, yes: ir.Value, no: ir.Value) -> ir.Value:
    return builder.select(condition, yes, no)


def _share_of(builder: ir.IRBuilder, part: ir.Value, total: ir.Value) -> ir.Value:
    some = builder.fcmp_ordered(">", total, number(0.0))
    return builder.select(some, builder.fdiv(part, total), number(0.0))


def _cost_per(builder: ir.IRBuilder, cost: ir.Value, gain: ir.Value, least: ir.Value) -> ir.Value:
    enough = builder.fcmp_ordered(">", gain, least)
    each = builder.fdiv(cost, builder.select(enough, gain, least))
    factor = builder.select(enough, number(1.0), number(float("inf")))
    return builder.fmul(each, factor)
