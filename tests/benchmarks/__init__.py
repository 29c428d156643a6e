"""Benchmarks, which are not installed: times and memory, each beside a floor of the same run.

`make bench` runs all, `make bench ONLY=drag` one. Tests of them: `tests/test_benchmarks`; none of
those holds a time.
"""
