"""A share that can hang: a folder of ours seen through a program of user space that is stopped."""

import os
import shutil
import signal
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

SECONDS_TO_MOUNT = 10
UNCACHED = ("-o", "attr_timeout=0,entry_timeout=0")


class Share:
    """A folder as it is, `behind`, and as programs see it, `folder`."""

    def __init__(self, root: Path) -> None:
        self.behind, self.folder = root / "behind", root / "share"
        self.behind.mkdir()
        self.folder.mkdir()
        program = shutil.which("bindfs")
        if program is None:
            pytest.skip("no share can be made here: there is no bindfs")
        self._server = subprocess.Popen(
            [program, "-f", *UNCACHED, str(self.behind), str(self.folder)],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        self._wait_until_there()

    def hang(self) -> None:
        """Answer nothing from now on."""
        self._server.send_signal(signal.SIGSTOP)

    def answer(self) -> None:
        """Answer again, what was asked meanwhile too."""
        self._server.send_signal(signal.SIGCONT)

    def die(self) -> None:
        """Let the server end, while the folder is still connected."""
        self._server.kill()
        self._server.wait()

    def close(self) -> None:
        """End the server, which gives an error to all who still wait, and take the share away."""
        self._server.kill()
        self._server.wait()
        program = shutil.which("umount") or "/bin/umount"
        subprocess.run([program, "-l", str(self.folder)], check=False, capture_output=True)

    def _wait_until_there(self) -> None:
        end = time.monotonic() + SECONDS_TO_MOUNT
        while not os.path.ismount(self.folder):
            if self._server.poll() is not None or time.monotonic() > end:
                self.close()
                pytest.skip("no share can be made here: FUSE is forbidden")
            time.sleep(0.02)


@contextmanager
def share_at(root: Path) -> Iterator[Share]:
    """Make a share; whatever happens, nothing is left that hangs."""
    share = Share(root)
    try:
        yield share
    finally:
        share.close()
