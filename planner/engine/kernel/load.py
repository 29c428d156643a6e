"""Generates the kernel's text, compiles it, and keeps the machine code on disk.

Fourth floor of planner. The file's name carries a hash of its text and of the versions below it,
so that a changed equation or another numba never meets old machine code.
"""

import hashlib
import importlib.util
import logging
import platform
import sys
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from tempfile import mkdtemp
from types import ModuleType

from planner.engine.kernel.driver import DRIVER
from planner.engine.kernel.emit import OPTIONS, emit_functions
from planner.engine.kernel.layout import BLOCK, MASK, Layout, make_layout
from planner.engine.kernel.plan import make_plan
from planner.model.graph import model
from planner.model.indices import AREAS
from planner.model.scenario import FIRST_YEAR
from planner.places import cache_folder

LOG = logging.getLogger(__name__)

HEAD = "# Generated from the equations of the model. Every start with another model writes anew.\n"


@dataclass(frozen=True, slots=True)
class Kernel:
    """The compiled function and where values stand in its workspace."""

    run: Callable[..., None]
    layout: Layout


@cache
def kernel() -> Kernel:
    """Return the compiled kernel; the first call compiles it or reads it from disk."""
    layout = make_layout(model(), make_plan(model()))
    _prefer_wide_vectors()
    module = _module(_file(kernel_text()))
    return Kernel(module.run, layout)


@cache
def kernel_text() -> str:
    """Return the source text of the kernel."""
    plan = make_plan(model())
    layout = make_layout(model(), plan)
    arithmetic = Path(__file__).with_name("arithmetic.py").read_text(encoding="utf-8")
    constants = (
        "import numpy as np\n\n"
        f"B = {BLOCK}\nA = {BLOCK * len(AREAS)}\nFIRST = {float(FIRST_YEAR)}\n"
    )
    driver = DRIVER.format(
        options=OPTIONS,
        stock_lanes=layout.stock_lanes,
        stocks=layout.stocks,
        flows=layout.flows,
        lanes=layout.lanes,
        mask=layout.offsets[MASK] + BLOCK * AREAS.index("shanghai"),
    )
    functions = emit_functions(plan, layout)
    return "\n\n".join((HEAD + arithmetic, constants, functions, driver))


def _prefer_wide_vectors() -> None:
    """Let the compiler use the widest vectors there are, where it would hold back.

    It prefers 256 bits on processors that can do 512, for fear of lower clock rates; for code that
    is all arithmetic the wide ones measured a fifth faster.
    """
    from llvmlite.binding import get_host_cpu_features
    from numba import config

    features = get_host_cpu_features()
    if getattr(config, "CPU_FEATURES", None) is None and features.get("avx512f"):
        features["prefer-256-bit"] = False
        config.CPU_FEATURES = features.flatten()  # type: ignore[attr-defined]


def _file(text: str) -> Path:
    """Write the text where its machine code can be cached, else into a temporary folder."""
    import llvmlite
    import numba

    versions = f"{numba.__version__} {llvmlite.__version__} {platform.python_version()}"
    name = f"kernel_{hashlib.sha256((versions + text).encode()).hexdigest()[:16]}.py"
    try:
        folder = cache_folder() / "kernels"
        folder.mkdir(parents=True, exist_ok=True)
        return _written(folder / name, text)
    except OSError as error:
        LOG.warning("the kernel cannot be kept in the cache (%s); it is compiled anew", error)
        return _written(Path(mkdtemp(prefix="suanli-")) / name, text)


def _written(path: Path, text: str) -> Path:
    if not path.exists() or path.read_text(encoding="utf-8") != text:
        path.write_text(text, encoding="utf-8")
    return path


def _module(path: Path) -> ModuleType:
    """Import the file; numba finds its machine code again by the module's name."""
    spec = importlib.util.spec_from_file_location(path.stem, path)
    if spec is None or spec.loader is None:
        message = f"cannot load {path}"
        raise ImportError(message)
    module = importlib.util.module_from_spec(spec)
    sys.modules[path.stem] = module
    spec.loader.exec_module(module)
    return module
