"""Processors with vectors of any width give the same float32 and float64 that agree to 1e-9."""

import os
import platform
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest

from planner.engine.kernel.codegen.target import vector_bits
from tests.sweep.batches.on_a_processor import LACKING, NAMES
from tests.sweep.plans import written

ROOT = Path(__file__).parents[3]
PLAN = "futures = 512\ndraws = 'as-drawn'\nprecision = 'PRECISION'\n"
OUTCOMES = """
[outcomes]
enterprises = "yearly"
used_compute = "yearly"
jobs = "yearly"
industry_output = "yearly"
"""
AGREEMENT = 1e-9

pytestmark = pytest.mark.skipif(
    platform.machine() not in {"x86_64", "AMD64"}, reason="these widths are those of x86-64"
)


def _on(bits, precision, folder):
    """Return the numbers that a processor with such vectors gives."""
    if int(bits) > vector_bits():
        pytest.skip(f"this processor has no vectors of {bits} bits")
    text = PLAN.replace("PRECISION", precision)
    plan = written(folder, text, OUTCOMES, f"{precision}.toml")
    out = folder / f"{precision}-{bits}.npy"
    program = [sys.executable, "-m", "tests.sweep.batches.on_a_processor"]
    environment = {**os.environ, "XDG_CACHE_HOME": str(folder / "cache")}
    subprocess.run([*program, bits, plan, out], check=True, cwd=ROOT, env=environment)
    return np.load(out)


def test_that_the_widths_are_those_that_the_kernel_knows():
    assert str(vector_bits()) in LACKING
    assert {*NAMES} < {*LACKING}


@pytest.mark.parametrize("bits", ["256", "512"])
def test_that_wide_vectors_and_the_narrowest_agree_to_nine_digits(bits, tmp_path):
    narrow, wide = _on("128", "float64", tmp_path), _on(bits, "float64", tmp_path)
    assert narrow.dtype == wide.dtype == np.float64
    assert (narrow != wide).any()  # else it was no other processor
    np.testing.assert_allclose(wide, narrow, rtol=AGREEMENT, atol=0)


def test_that_wide_vectors_and_the_widest_give_equal_numbers(tmp_path):
    wide, widest = _on("256", "float64", tmp_path), _on("512", "float64", tmp_path)
    np.testing.assert_array_equal(wide, widest)


def test_that_single_numbers_differ_by_the_last_digit_at_most(tmp_path):
    narrow, wide = _on("128", "float32", tmp_path), _on("256", "float32", tmp_path)
    assert narrow.dtype == wide.dtype == np.float32
    np.testing.assert_array_max_ulp(wide, narrow, maxulp=1)
