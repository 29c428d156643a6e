"""`suanli sweep --scheduler ADDRESS`: the options of a cluster, which no file may name."""

import argparse
from typing import TYPE_CHECKING, Final

from planner.quantities.told.lists import all_of
from planner.storage.opening import regular_file
from planner.storage.sentences.catalog import translate
from ui.process.output import complain
from ui.terminal.reading.inputs import InputError, file_name

if TYPE_CHECKING:
    from planner.sweep.workers.cluster import Address
    from planner.sweep.workers.workers import Workers

_FILES: Final = {"tls_ca": "authority", "tls_cert": "certificate", "tls_key": "key"}


def add_cluster(parser: argparse.ArgumentParser) -> None:
    """Add the options that reach a cluster."""
    parser.add_argument(
        "--scheduler",
        metavar=translate("Terminal", "ADDRESS"),
        help=translate(
            "Terminal",
            "run on the workers of a dask.distributed scheduler, tcp://HOST:PORT or "
            "tls://HOST:PORT; they get our code by themselves",
        ),
    )
    told = {
        "tls_ca": translate("Terminal", "with a tls:// address: the file of the authority"),
        "tls_cert": translate("Terminal", "the file of your certificate"),
        "tls_key": translate("Terminal", "the file of its key"),
    }
    for name, text in told.items():
        option = f"--{name.replace('_', '-')}"
        parser.add_argument(option, metavar="F", type=file_name, help=text)


def check_cluster(options: argparse.Namespace) -> None:
    """Raise InputError for options that do not go together, SweepError for a missing package."""
    if options.scheduler is None:
        given = [name for name in _FILES if getattr(options, name)]
        if given:
            text = translate("Terminal", "{option} goes with --scheduler alone")
            raise InputError(text.format(option=f"--{given[0].replace('_', '-')}"))
        return
    if options.processes is not None:
        text = translate("Terminal", "--processes is for this computer, and --scheduler for others")
        raise InputError(text)
    from planner.sweep.workers.cluster import address_of, check_distributed

    check_distributed()
    _check_files(options, is_encrypted=address_of(options.scheduler).is_encrypted)


def _check_files(options: argparse.Namespace, *, is_encrypted: bool) -> None:
    """Raise InputError where an address and the files for TLS do not go together, or FileError."""
    given = {f"--{name.replace('_', '-')}": getattr(options, name) for name in _FILES}
    if is_encrypted and not all(given.values()):
        text = translate("Terminal", "a tls:// address needs {options}")
        raise InputError(text.format(options=all_of([*given])))
    for option, file in given.items():
        if file and not is_encrypted:
            text = translate("Terminal", "{option} goes with a tls:// address alone")
            raise InputError(text.format(option=option))
        if file:
            with regular_file(file):
                pass


def cluster_workers(options: argparse.Namespace) -> "Workers":
    """Return the workers behind the address, which is told of where anybody may listen."""
    from planner.sweep.workers.cluster import ClusterWorkers

    address = address_in(options)
    if address.is_open:
        complain(said_of_open(address))
    return ClusterWorkers(address)


def address_in(options: argparse.Namespace) -> "Address":
    """Return the address that options name, with its files. Raises SweepError."""
    from planner.sweep.workers.cluster import address_of

    files = {field: getattr(options, name) or "" for name, field in _FILES.items()}
    return address_of(options.scheduler, **files)


def said_of_open(address: "Address") -> str:
    """Return what is said of an address where anybody may listen."""
    text = translate(
        "Terminal",
        "anyone who reaches {address} can run code on its workers and read what is sent; a "
        "tls:// address with --tls-ca, --tls-cert and --tls-key is closed to others",
    )
    return text.format(address=address.text)
