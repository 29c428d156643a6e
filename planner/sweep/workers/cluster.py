"""Workers of a cluster, by the address of its scheduler; eighth floor of planner.

Our code reaches them by itself, also those that come late. A worker that dies costs what it ran,
which is given to another one; a scheduler that is lost, or workers that are all gone, are told
within seconds, and one that hangs within half a minute.
"""

import asyncio
import ipaddress
import logging
import re
import ssl
import sys
import warnings
from collections.abc import Callable
from concurrent.futures import BrokenExecutor, Future, InvalidStateError, wait
from contextlib import suppress
from dataclasses import dataclass
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from tempfile import TemporaryDirectory
from threading import Thread
from time import monotonic, sleep
from typing import TYPE_CHECKING, Any, Final

from planner.quantities.told.numerals import plain
from planner.storage.sentences.catalog import translate
from planner.storage.sentences.file_error import one_line, shown
from planner.sweep.reading.error import SweepError
from planner.sweep.workers.bundle import bundled, name_of
from planner.sweep.workers.fit import Fit
from planner.sweep.workers.workers import WorkersLostError

if TYPE_CHECKING:
    from planner.sweep.batches.work import Result

LOG = logging.getLogger(__name__)

_SECONDS: Final = 4.0
"""Within which a scheduler answers, and a worker is there."""
_PORT_AT_MOST: Final = 65_535
_DIGITS: Final = re.compile(r"[0-9]{1,5}")
_ASK_AGAIN: Final = 0.5
_A_MOMENT: Final = 0.05
_LONG: Final = 30.0
"""Without any batch that ends, after which it is said that the sweep waits."""
_DEATHS: Final = 5
_NUMBER: Final = re.compile(r"\[Errno -?\d+\] ")
_QUIET: Final = ("distributed", "distributed.client", "distributed.core", "distributed.comm")


@dataclass(frozen=True, slots=True)
class Address:
    """A scheduler, `tcp://host:port` or `tls://host:port`, and the files of its keys for TLS."""

    text: str
    authority: str = ""
    certificate: str = ""
    key: str = ""

    @property
    def is_encrypted(self) -> bool:
        """Whether it is reached by TLS."""
        return self.text.startswith("tls://")

    @property
    def is_open(self) -> bool:
        """Whether it is reached without encryption on another computer than this one."""
        host = self.text.partition("://")[2].rpartition(":")[0].strip("[]")
        if not self.text.startswith("tcp://") or host == "localhost":
            return False
        try:
            return not ipaddress.ip_address(host).is_loopback
        except ValueError:
            return True


def address_of(text: str, **files: str) -> Address:
    """Return an address that was typed. Raises SweepError for what can be none."""
    scheme, mark, place = text.partition("://")
    if not mark:
        scheme, place = "tcp", text
    host, _, port = place.rpartition(":")
    is_port = _DIGITS.fullmatch(port) and int(port) <= _PORT_AT_MOST
    if scheme not in {"tcp", "tls"} or not host or not is_port:
        said = translate(
            "Planner", "{given} is no address; write tcp://HOST:PORT or tls://HOST:PORT"
        )
        raise SweepError(said.format(given=shown(text)))
    return Address(f"{scheme}://{place}", **files)


class ClusterWorkers:
    """The workers behind a scheduler that was reached, with our code sent to them."""

    def __init__(self, address: Address) -> None:
        """Reach the scheduler. Raises SweepError where that cannot be done."""
        self._address = address
        self._client = _connected(address)
        self._fit = Fit(self._client)
        self._given: dict[Future[Result], _Given] = {}
        self._allowed: tuple[str, ...] = ()
        self._deaths, self._looked = 0, 0.0
        self._last_seen = self._last_ended = monotonic()
        self._told: set[str] = set()
        try:
            self._wait_for_workers()
            self._bundle, self._batch = self._code_sent()
        except BaseException:
            self.stop()
            raise

    @property
    def count(self) -> int:
        """How many batches are run at once: one per thread."""
        return max(1, sum(self._fit.threads.values()))

    def submit(self, text: str, places: bytes, *, halved: bool) -> "Future[Result]":
        """Give them a batch, packed. Raises WorkersLostError where the scheduler is gone."""
        future: Future[Result] = Future()
        if self._client.status != "running":
            raise self._lost()
        self._allowed = tuple(self._fit.threads) or self._allowed
        if all(each.done() for each in self._given):
            self._last_ended = monotonic()  # nobody was waited for until now
        task = self._client.submit(
            *(self._batch, self._bundle, text, places),
            halved=halved,
            pure=False,
            workers=self._allowed,
        )
        self._given[future] = _Given(task, self._allowed)
        task.add_done_callback(_Passing(self, future))
        return future

    def check(self) -> None:
        """Look who is there. Raises WorkersLostError where the scheduler, or every worker, is gone.

        What was given to workers that are all gone is lost: it waits for none that comes later.
        """
        now = monotonic()
        if self._client.status != "running":
            raise self._lost()
        if now - self._looked < _ASK_AGAIN:
            return
        self._looked = now
        self._look()
        self._give_up_lost()
        self._tell()
        if self._fit.threads:
            self._last_seen = now
        elif now - self._last_seen > _SECONDS - _ASK_AGAIN:
            raise WorkersLostError(self._said(_no_workers()))

    def revive(self) -> None:
        """Go on: dask has other workers. Raises WorkersLostError after too many deaths.

        Whoever drives the sweep gives anew what was not done: nobody waits for it here.
        """
        self._give_up(*self._given)
        self._deaths += 1
        if self._deaths > _DEATHS:
            said = translate("Planner", "workers at {address} crash on the batches they are given")
            raise WorkersLostError(self._said(said))

    def stop(self) -> None:
        """Let go of all that was given to them, and of the scheduler."""
        self._fit.stop()
        self._client.close(timeout=1)

    def pass_on(self, given: Any, future: "Future[Result]") -> None:  # noqa: ANN401 - of dask
        """Hand a finished task of dask on as a future of the standard library.

        A result that cannot be fetched is that of a dead worker: the batch is run again.
        """
        try:
            found = self._found(given)
        except Exception as error:  # noqa: BLE001 - whoever waits has to be told, whatever it is
            found = BrokenExecutor(str(error))
        with suppress(InvalidStateError):  # it was given up before
            if isinstance(found, BaseException):
                future.set_exception(found)
            else:
                future.set_result(found)
                self._deaths, self._last_ended = 0, monotonic()

    def _found(self, given: Any) -> "Result | BaseException":  # noqa: ANN401 - of dask
        """Return the result of a task, or the error that it ended with."""
        from distributed import KilledWorker

        if given.status == "finished":
            result: Result = given.result()
            return result
        if given.status == "error":
            error: BaseException = given.exception()
            return BrokenExecutor(str(error)) if isinstance(error, KilledWorker) else error
        is_ended = given.status == "cancelled"  # by a client that has no scheduler any more
        return self._lost() if is_ended else BrokenExecutor(given.status)

    def _look(self) -> None:
        try:
            self._fit.look()
        except (OSError, TimeoutError) as error:
            raise self._lost() from error

    def _give_up_lost(self) -> None:
        """Let what was given to workers that are all gone be given to those that have come."""
        self._given = {each: given for each, given in self._given.items() if not each.done()}
        there = self._fit.threads
        lost = [each for each, given in self._given.items() if there.keys().isdisjoint(given.to)]
        if there and lost:
            self._give_up(*lost)

    def _give_up(self, *futures: "Future[Result]") -> None:
        """Wait for some no more, and let dask forget them.

        Dask hands on what is done in one thread. It waits there for a result that is lost until it
        is made again, which holds up all others: for ever, where nobody may make it.
        """
        for future in futures:
            with suppress(InvalidStateError):
                future.set_exception(BrokenExecutor())
        tasks = [self._given.pop(future).task for future in futures]
        forgetting = self._client.cancel(tasks, asynchronous=True)
        asyncio.run_coroutine_threadsafe(forgetting, self._client.loop.asyncio_loop)

    def _tell(self) -> None:
        """Tell once what is wrong with workers that get nothing, and of each time that is long."""
        said = translate("Planner", "{fault}; this worker gets no batches")
        self._warn(*(said.format(fault=fault) for fault in self._fit.faults))
        long = monotonic() - self._last_ended
        if not self._given or long < _LONG:
            return
        said = translate(
            "Planner",
            "no worker of {address} has ended a batch for {seconds} s; the sweep waits, and what "
            "is done is kept",
        )
        LOG.warning("%s", said.format(address=self._address.text, seconds=plain(round(long))))
        self._last_ended = monotonic()

    def _warn(self, *sentences: str) -> None:
        for said in sentences:
            if said not in self._told:
                self._told.add(said)
                LOG.warning("%s", said)

    def _wait_for_workers(self) -> None:
        """Wait a moment for workers, and that all have told their versions. Raises SweepError."""
        end = monotonic() + _SECONDS
        while monotonic() < end and not self._fit.is_known:
            self._look()
            sleep(_A_MOMENT)
        if not self._fit.threads:
            raise SweepError((*self._fit.faults, self._said(_no_workers()))[0])
        self._allowed = tuple(self._fit.threads)

    def _code_sent(self) -> tuple[str, Callable[..., Any]]:
        """Send our code, which a worker that hangs holds up: that is told, and can be left.

        Returns the name of its archive there, and the function that uses it.
        """
        sent: Future[tuple[str, Callable[..., Any]]] = Future()
        Thread(target=_send, args=(self._client, sent), daemon=True).start()
        said = translate(
            "Planner",
            "a worker of {address} has not taken Suanli's code for {seconds} s; the sweep waits",
        )
        begun = monotonic()
        while not wait([sent], _ASK_AGAIN).done:
            if self._client.status != "running":
                raise self._lost()
            if monotonic() - begun > _LONG:
                self._warn(said.format(address=self._address.text, seconds=plain(round(_LONG))))
        return sent.result()

    def _lost(self) -> WorkersLostError:
        said = translate(
            "Planner",
            "the scheduler {address} is lost; what is done is kept, and the same command goes on, "
            "without --scheduler on this computer",
        )
        return WorkersLostError(self._said(said))

    def _said(self, text: str) -> str:
        return text.format(address=self._address.text)


@dataclass(frozen=True, slots=True)
class _Given:
    """A task of dask, and the addresses of the workers that may run it."""

    task: Any
    to: tuple[str, ...]


class _Passing:
    """Hands one task on when it is done; dask calls it in a thread of its own."""

    def __init__(self, workers: ClusterWorkers, future: "Future[Result]") -> None:
        self._workers, self._future = workers, future

    def __call__(self, given: Any) -> None:  # noqa: ANN401 - of dask
        self._workers.pass_on(given, self._future)


def check_distributed() -> None:
    """Raise SweepError where what reaches a cluster is not installed."""
    try:
        import distributed  # noqa: F401
    except ImportError:
        said = translate(
            "Planner", 'a cluster needs dask.distributed: pip install "suanli[cluster]"'
        )
        raise SweepError(said) from None


def _no_workers() -> str:
    return translate(
        "Planner",
        "the scheduler {address} has no workers; what is done is kept, and the same command goes "
        "on",
    )


def _connected(address: Address) -> Any:  # noqa: ANN401 - of dask
    """Return a client of the scheduler. Raises SweepError where it cannot be reached."""
    from distributed import Client

    for name in _QUIET:  # what goes wrong is said by us, in one sentence
        logging.getLogger(name).setLevel(logging.CRITICAL + 1)
    warnings.filterwarnings("ignore", module="distributed")
    try:
        security = _security(address)
        return Client(address.text, timeout=_SECONDS, security=security, set_as_default=False)
    except (OSError, ValueError, TypeError) as error:
        said = translate("Planner", "the scheduler {address} cannot be reached: {cause}")
        raise SweepError(said.format(address=address.text, cause=_cause(error))) from error


def _security(address: Address) -> Any:  # noqa: ANN401 - of dask
    from distributed.security import Security

    if not address.is_encrypted:
        return None
    security = Security(
        tls_ca_file=address.authority,
        tls_client_cert=address.certificate,
        tls_client_key=address.key,
        require_encryption=True,
    )
    security.get_connection_args("client")  # reads the files: a client would do so too late
    return security


def _cause(error: Exception) -> str:
    """Return what went wrong, of what dask says the last part."""
    if isinstance(error, ssl.SSLError):
        return translate("Planner", "the files for TLS do not fit")
    if isinstance(error, TimeoutError):
        return translate("Planner", "it does not answer")
    lines = str(error).strip().splitlines() or [type(error).__name__]
    said = lines[0].rpartition("Error: ")[2].strip()
    return one_line(_NUMBER.sub("", said).rstrip("."))


def _send(client: Any, sent: "Future[tuple[str, Callable[..., Any]]]") -> None:  # noqa: ANN401
    """Send our code, and tell whoever waits for it."""
    try:
        sent.set_result(_sent(client))
    except BaseException as error:  # noqa: BLE001 - it is raised where it is waited for
        sent.set_exception(error)


def _sent(client: Any) -> tuple[str, Callable[..., Any]]:  # noqa: ANN401 - of dask
    """Send our code; return the name of its archive there, and the function that uses it."""
    data = bundled()
    name = name_of(data)
    source = Path(__file__).with_name("carried.py").read_bytes()
    with TemporaryDirectory() as folder:
        bundle, module = Path(folder) / f"{name}.bundle", Path(folder) / f"{name}.py"
        bundle.write_bytes(data)
        module.write_bytes(source)
        client.upload_file(str(bundle), load=False)
        client.upload_file(str(module))
        return bundle.name, _imported(name, module)


def _imported(name: str, path: Path) -> Callable[..., Any]:
    """Return the function of the module that was sent, under the name that workers know it by."""
    spec = spec_from_file_location(name, path)
    if spec is None or spec.loader is None:
        raise ImportError(name)
    module = module_from_spec(spec)
    sys.modules[name] = module
    spec.loader.exec_module(module)
    function: Callable[..., Any] = module.batch
    return function
