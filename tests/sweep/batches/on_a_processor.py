"""Runs a plan as on a processor that can do less, and writes its numbers.

Its arguments are the bits of a vector, a plan and a file for the numbers.
"""

import sys

import llvmlite.binding as llvm
import numpy as np

from planner.engine.kernel.codegen.target import vector_bits
from planner.engine.run import warm_up_kernel
from planner.sweep.batches.layout import Slice
from planner.sweep.batches.running import run_spec
from planner.sweep.batches.spec import spec_of
from planner.sweep.plan.plan_file import read_plan

LACKING = {
    "512": (),
    "256": ("avx512", "avx10", "amx"),
    "128": ("avx", "amx", "fma", "f16c", "sse3", "ssse3", "sse4", "vaes", "vpclmul", "gfni"),
}
NAMES = {"256": "haswell", "128": "x86-64"}


def become(bits):
    """Let LLVM see a processor with vectors of so many bits and no wider ones."""
    real, name = llvm.get_host_cpu_features(), llvm.get_host_cpu_name()
    less = type(real)({key: on and not key.startswith(LACKING[bits]) for key, on in real.items()})
    vars(llvm)["get_host_cpu_features"] = lambda: less
    vars(llvm)["get_host_cpu_name"] = lambda: NAMES.get(bits, name)


def main(bits, plan_file, out):
    """Write the numbers of the plan's first point."""
    become(bits)
    assert str(vector_bits()) == bits
    warm_up_kernel()  # else the interpreter computes
    plan = read_plan(plan_file)
    batch = Slice(0, 0, 1, 1, 0, plan.futures)
    spec = spec_of(plan, batch, np.arange(plan.futures))
    np.save(out, run_spec(spec).values)


if __name__ == "__main__":
    main(*sys.argv[1:])
