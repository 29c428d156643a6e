"""`suanli bench`: measures speed and the fit to published history on this machine."""

import argparse
from importlib import import_module

BENCHES = ("engine", "drag", "start", "backtest")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the arguments of the command."""
    parser.add_argument(
        "name",
        nargs="?",
        choices=BENCHES,
        metavar="NAME",
        help=f"{', '.join(BENCHES)}; all if none",
    )
    parser.add_argument("--json", action="store_true", help="print the figures as JSON")


def run(options: argparse.Namespace) -> int:
    """Run one bench, or all in turn, and return the worst exit code."""
    names = (options.name,) if options.name else BENCHES
    return max(_bench(name, json=options.json) for name in names)


def _bench(name: str, *, json: bool) -> int:
    code: int = import_module(f"ui.bench.{name}").main(json)
    return code
