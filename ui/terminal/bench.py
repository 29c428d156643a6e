"""`suanli bench`: measures speed and memory on this machine."""

import argparse
import json
from collections.abc import Sequence
from contextlib import redirect_stdout
from importlib import import_module
from io import StringIO

from ui.process.output import say
from ui.terminal.reading.inputs import InputError

BENCHES = ("engine", "bands", "drag", "start", "memory")
ALONE = ("versions",)
"""Run only where it is named: it needs the repository."""
MOVED = {"backtest": "suanli backtest"}
"""What was a bench once, and how it is asked for now."""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the arguments of the command."""
    parser.add_argument(
        "name",
        nargs="?",
        choices=(*BENCHES, *ALONE, *MOVED),
        metavar="NAME",
        help=f"{', '.join(BENCHES)}; all if none; or {', '.join(ALONE)}",
    )
    parser.add_argument("--json", action="store_true", help="print the figures as JSON")
    parser.add_argument(
        "--fresh",
        action="store_true",
        help="with start: tell the course of one first start, nothing compiled before",
    )


def run(options: argparse.Namespace) -> int:
    """Run one bench, or all in turn, and return the worst exit code.

    Several print one JSON document: a list of what each prints alone.
    """
    if options.name in MOVED:
        raise InputError(f"bench {options.name} is a command of its own: {MOVED[options.name]}")
    if options.fresh and options.name != "start":
        raise InputError("--fresh goes with start: suanli bench start --fresh")
    if options.name:
        return _bench(options.name, json=options.json, fresh=options.fresh)
    if options.json:
        return _benches_as_json(BENCHES)
    return max(_bench(name, json=False) for name in BENCHES)


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
