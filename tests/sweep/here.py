"""Workers that run batches in this process, one by one, and may fail as they are told."""

from concurrent.futures import Future

from planner.sweep.batches.work import work
from planner.sweep.store.store import opened
from planner.sweep.sweeping import sweeping


def _never(_number, _halved):
    """Fail at no batch."""


class Here:
    """Runs each batch when it is given; or a failure is raised in its place."""

    count = 1

    def __init__(self, fail=_never):
        self.fail = fail
        self.given, self.revived, self.is_stopped = 0, 0, False

    def submit(self, text, places, *, halved):
        self.given += 1
        future: Future = Future()
        try:
            self.fail(self.given, halved)
            future.set_result(work(text, places, halved=halved))
        except Exception as error:  # noqa: BLE001 - it is what a future holds
            future.set_exception(error)
        return future

    def check(self):
        pass

    def revive(self):
        self.revived += 1

    def stop(self):
        self.is_stopped = True


def swept(folder, plan, workers=None, size=1200):
    """Run a plan to a folder and return what it has."""
    with opened(folder, plan, lambda: size) as store:
        steps = sweeping(store, workers or Here())
        while True:
            try:
                next(steps)
            except StopIteration as stop:
                return stop.value


def bytes_of(folder):
    """Return the bytes of every file of a sweep but its lock, by name."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and path.name != ".lock"
    }
