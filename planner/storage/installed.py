"""Which versions of other packages are installed, told without importing them.

`importlib.metadata` knows too, but importing it takes longer than loading the kernel. Lowest floor
of planner.
"""

import importlib.util
from pathlib import Path
from zlib import crc32


def mark_of(package: str) -> str:
    """Return eight letters that change with the version of a package.

    They are made of the file in which the package states its version. Raises ImportError when the
    package is not installed, OSError when it has no such file.
    """
    spec = importlib.util.find_spec(package)
    if spec is None or spec.origin is None:
        message = f"{package} is not installed"
        raise ImportError(message)
    folder = Path(spec.origin).parent
    files = sorted(folder.glob("*version.py"))
    if not files:
        message = f"{folder} does not tell its version"
        raise OSError(message)
    return f"{crc32(b''.join(file.read_bytes() for file in files)):08x}"
