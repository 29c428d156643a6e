"""A window in a process of its own that does what it is told, one line of JSON at a time.

Run as a program it opens the window; `Remote` is the other end. What is asked is answered in the
GUI thread, as a click would be. Where nothing of the start is tested, the window is forked.
"""

import json
import os
import select
import signal
import subprocess
import sys
from pathlib import Path
from typing import Any

from tests.reliability.forked_window import CAN_FORK, ForkedWindow

ROOT = Path(__file__).parents[2]
SECONDS_TO_ANSWER = 60
NOBODY_ASKS = 3
"""The exit code of a window that outlives its test: nobody waits for it any more."""
HURRIED = "SUANLI_TESTS_HURRIED"
"""Set in the environment, the window waits for disks as little as it does for its users."""
OF_OFFSCREEN = "This plugin does not support propagateSizeHints()"


class Remote:
    """Starts a window and talks to it."""

    def __init__(
        self,
        state: Path,
        file: Path | None = None,
        *,
        display: dict[str, str] | None = None,
        before: tuple[str, ...] = (),
        is_forked: bool = True,
    ) -> None:
        """Open the window on a display, in memory unless given, by a command put before ours.

        With either it is started in a Python of its own, and so it is where it may not be forked.
        """
        environment = {
            **os.environ,
            "QT_QPA_PLATFORM": "offscreen",
            "SUANLI_STATE_FOLDER": str(state),
            "PYTHONPATH": str(ROOT),
            **(display or {}),
        }
        files = [str(file)] if file else []
        self.process: subprocess.Popen[str] | ForkedWindow
        if is_forked and CAN_FORK and not (display or before):
            self.process = ForkedWindow(files, environment)
        else:
            self.process = _started([*before, sys.executable, __file__, *files], environment)
        self.hello = self._answer()

    def ask(self, what: str, *values: Any) -> Any:
        """Tell the window to do something; return what it answers."""
        assert self.process.stdin is not None
        self.process.stdin.write(json.dumps([what, *values]) + "\n")
        self.process.stdin.flush()
        return self._answer()

    def kill(self) -> None:
        """End the process as a crash would."""
        self.process.kill()
        self.wait()

    def end(self, number: int = signal.SIGTERM) -> tuple[int, str]:
        """Send a signal; return the exit code and what was said on standard error."""
        self.process.send_signal(number)
        return self.wait()

    def close(self) -> tuple[int, str]:
        """Close the window and discard what is unsaved; return code and standard error."""
        self.ask("close")
        return self.wait()

    def _answer(self) -> Any:
        """Return the next answer; a window that gives none is ended, and what it said is told."""
        assert self.process.stdout is not None
        ready, _, _ = select.select([self.process.stdout], [], [], SECONDS_TO_ANSWER)
        if not ready:
            self.process.kill()
        line = self.process.stdout.readline()
        if not line:
            code, said = self.wait()
            message = f"the window ended with {code}: {said}"
            raise EOFError(message)
        return json.loads(line)

    def wait(self) -> tuple[int, str]:
        """Return the exit code and standard error of a process that ends by itself."""
        _, said = self.process.communicate(timeout=60)
        kept = [line for line in said.splitlines() if line != OF_OFFSCREEN]
        assert self.process.returncode is not None
        return self.process.returncode, "\n".join(kept)


def _started(command: list[str], environment: dict[str, str]) -> "subprocess.Popen[str]":
    pipe = subprocess.PIPE
    return subprocess.Popen(
        command, stdin=pipe, stdout=pipe, stderr=pipe, env=environment, text=True
    )


def serve() -> int:
    """Open the window on the files that are named and answer what is asked; return the code."""
    from ui.opening import open_window

    kept: list[object] = []

    def watch(suanli: Any) -> None:
        from PySide6.QtCore import QSocketNotifier, QTimer

        from tests.reliability.window_answers import Answers

        answers, is_hurried = Answers(suanli), HURRIED in os.environ
        if not is_hurried:
            suanli.tasks.patience = SECONDS_TO_ANSWER
        notifier = QSocketNotifier(sys.stdin.fileno(), QSocketNotifier.Type.Read)

        def on_line() -> None:
            line = sys.stdin.readline()
            if not line:  # an end that can be read again and again
                notifier.setEnabled(False)
                QTimer.singleShot(SECONDS_TO_ANSWER * 1000, on_nobody)
                return
            what, *values = json.loads(line)
            print(json.dumps(answers.answer(what, *values)), flush=True)  # noqa: T201

        def on_nobody() -> None:
            os._exit(NOBODY_ASKS)

        def on_painted() -> None:
            if suanli.tasks.has_waits() and not is_hurried:
                QTimer.singleShot(10, on_painted)
                return
            print(json.dumps(answers.answer("look")), flush=True)  # noqa: T201

        notifier.activated.connect(on_line)
        suanli.window.painted_first.connect(on_painted)
        kept.extend([answers, notifier])

    return open_window([Path(name) for name in sys.argv[1:]], watch)


if __name__ == "__main__":
    sys.exit(serve())
