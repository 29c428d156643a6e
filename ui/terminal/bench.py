"""`suanli bench`: measures speed, memory and the fit to published history on this machine."""

import argparse
import json
from collections.abc import Sequence
from contextlib import redirect_stdout
from importlib import import_module
from io import StringIO

from ui.terminal.inputs import InputError
from ui.terminal.output import say

BENCHES = ("engine", "bands", "drag", "start", "memory", "backtest")
OF_SPEED = BENCHES[:-1]


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the arguments of the command."""
    parser.add_argument(
        "name",
        nargs="?",
        choices=BENCHES,
        metavar="NAME",
        help=f"{', '.join(BENCHES)}; all but the last if none",
    )
    parser.add_argument("--json", action="store_true", help="print the figures as JSON")
    parser.add_argument(
        "--fresh",
        action="store_true",
        help="with start: tell the course of one first start, nothing compiled before",
    )


def run(options: argparse.Namespace) -> int:
    """Run one bench, or all of speed in turn, and return the worst exit code.

    Several print one JSON document: a list of what each prints alone.
    """
    if options.fresh and options.name != "start":
        raise InputError("--fresh goes with start: suanli bench start --fresh")
    if options.name:
        return _bench(options.name, json=options.json, fresh=options.fresh)
    if options.json:
        return _benches_as_json(OF_SPEED)
    return max(_bench(name, json=False) for name in OF_SPEED)


def _benches_as_json(names: Sequence[str]) -> int:
    codes, documents = [], []
    for name in names:
        printed = StringIO()
        with redirect_stdout(printed):
            codes.append(_bench(name, json=True))
        if printed.getvalue():  # a bench that cannot measure here has only complained
            documents.append(json.loads(printed.getvalue()))
    say(json.dumps(documents, indent=2))
    return max(codes)


def _bench(name: str, *, json: bool, fresh: bool = False) -> int:
    bench = import_module(f"ui.bench.{name}")
    code: int = bench.main(json, fresh=True) if fresh else bench.main(json)
    return code
