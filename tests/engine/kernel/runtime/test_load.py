"""A kernel is kept, found again and run without the compiler; what it was made of names it."""

import subprocess
import sys
from pathlib import Path

import pytest

from planner.engine import run
from planner.engine.kernel import runtime
from planner.engine.kernel.codegen.compiled import Compiled
from planner.engine.kernel.codegen.target import machine_code
from planner.engine.kernel.runtime import cache, load
from planner.engine.kernel.runtime.fingerprint import fingerprint
from planner.engine.kernel.runtime.linking import linked
from planner.model.language import functions

COMPILED = Compiled(
    {"rent": 0}, {"workspace": 128}, (5, 1, 2), ("filed",), (frozenset({"used"}),), b"code"
)


def test_that_a_kept_kernel_is_read_back_as_it_was(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("SUANLI_CACHE_FOLDER", str(tmp_path))
    assert cache.kept("kernel.bin") is None
    cache.keep("kernel.bin", COMPILED)
    assert cache.kept("kernel.bin") == COMPILED


def test_that_a_kept_kernel_is_loaded_without_the_compiler() -> None:
    run.warm_up_kernel()
    program = (
        "import sys; from planner.engine.run import warm_up_kernel, kernel_is_ready;"
        "warm_up_kernel(); assert kernel_is_ready();"
        "assert 'planner.engine.kernel.codegen.compiler' not in sys.modules"
    )
    done = subprocess.run([sys.executable, "-c", program], check=False, timeout=60)
    assert done.returncode == 0


def test_that_a_kernel_is_named_by_every_source_of_the_model_and_of_the_kernel() -> None:
    sources = set(load._sources())
    for module in (functions, load):
        assert Path(str(module.__file__)) in sources
    rooms = Path(runtime.__file__).parents[1]
    assert sources >= set(rooms.rglob("*.py"))


def test_that_a_changed_source_changes_the_fingerprint(tmp_path: Path) -> None:
    source = tmp_path / "source.py"
    source.write_text("one", "utf-8")
    before = fingerprint([source])
    assert fingerprint([source]) == before
    source.write_text("other", "utf-8")
    assert fingerprint([source]) != before


def test_that_machine_code_without_its_functions_is_refused() -> None:
    from llvmlite import ir

    with pytest.raises(RuntimeError, match="does not hold its functions"):
        linked(machine_code(ir.Module("nothing")), "suanli_run")
