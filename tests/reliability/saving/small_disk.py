"""A disk of 128 kB that a command may fill, where this system lets us make one."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

MOUNT = 'mount -t tmpfs -o size=128k tmpfs "$1" && exec "$2" -c "$3" "$1"'


def run_on_a_small_disk(code: str, folder: Path, root: Path) -> str:
    """Run Python code with the small disk's folder as its argument; return what it prints."""
    if not shutil.which("unshare"):
        pytest.skip("needs Linux and unshare")
    command = ["unshare", "-Urm", "sh", "-c", MOUNT, "sh", str(folder), sys.executable, code]
    done = subprocess.run(command, capture_output=True, text=True, check=False, cwd=root)
    if "unshare:" in done.stderr or "mount:" in done.stderr:
        pytest.skip("this system lets us make no small disk")
    assert done.returncode == 0, done.stderr
    return done.stdout
