"""`make bench`, or `python -m tests.benchmarks NAME ...`: runs all benchmarks, or those named.

Exit codes: 0 measured, 1 a benchmark that cannot measure here and has said why, 2 bad input with
one line on standard error.
"""

import argparse
import json
import sys
from collections.abc import Sequence
from contextlib import redirect_stdout
from importlib import import_module
from io import StringIO
from typing import Final

from ui.process.display.application import DisplayError
from ui.process.exit_codes import BAD_INPUT, INTERRUPTED
from ui.process.memory import WINDOW, shortage
from ui.process.output import complain, complain_of, say, take_any_letter, tell_warnings
from ui.terminal.arguments.parser import Parser

BENCHMARKS: Final = (
    "engine",
    "bands",
    "drag",
    "start",
    "memory",
    "million",
    "versions",
    "studies",
    "sweep",
)


def main(arguments: Sequence[str] | None = None) -> int:
    """Run what the arguments name and return the worst exit code.

    Several print one JSON document: a list of what each prints alone.
    """
    take_any_letter()
    tell_warnings()
    options = _parser().parse_args(arguments)
    why_not = _mistake_in(options) or shortage(WINDOW)
    if why_not:
        complain(why_not)
        return BAD_INPUT
    names = options.names or BENCHMARKS
    if options.json and len(names) > 1:
        return _all_as_json(names)
    return max(_benchmark(name, json=options.json, fresh=options.fresh) for name in names)


def _parser() -> Parser:
    parser = Parser("python -m tests.benchmarks", description="Measure speed and memory here.")
    listed = ", ".join(BENCHMARKS)
    parser.add_argument("names", nargs="*", metavar="NAME", help=f"{listed}; all if none")
    parser.add_argument("--json", action="store_true", help="print the figures as JSON")
    parser.add_argument(
        "--fresh",
        action="store_true",
        help="with start: tell the course of one first start, nothing compiled before",
    )
    return parser


def _mistake_in(options: argparse.Namespace) -> str:
    """Return in a sentence what is wrong with the names, or "" if nothing is."""
    unknown = next((name for name in options.names if name not in BENCHMARKS), None)
    if unknown is not None:
        return f'there is no benchmark "{unknown}", only {", ".join(BENCHMARKS)}'
    return "--fresh goes with start alone" if options.fresh and options.names != ["start"] else ""


def _all_as_json(names: Sequence[str]) -> int:
    codes, documents = [], []
    for name in names:
        printed = StringIO()
        with redirect_stdout(printed):
            codes.append(_benchmark(name, json=True))
        if printed.getvalue():  # a benchmark that cannot measure here has only complained
            documents.append(json.loads(printed.getvalue()))
    say(json.dumps(documents, indent=2))
    return max(codes)


def _benchmark(name: str, *, json: bool, fresh: bool = False) -> int:
    benchmark = import_module(f"tests.benchmarks.{name}")
    code: int = benchmark.main(json, fresh=True) if fresh else benchmark.main(json)
    return code


if __name__ == "__main__":
    try:
        sys.exit(main())
    except DisplayError as error:
        complain_of(error)
        sys.exit(BAD_INPUT)
    except KeyboardInterrupt:
        sys.exit(INTERRUPTED)
