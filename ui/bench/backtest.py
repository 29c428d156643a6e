"""`suanli bench backtest`: the baseline's center line against published figures."""

import json as json_text
from dataclasses import asdict

from planner.studies.backtest import Row, backtest
from ui.terminal.output import say


def main(json: bool) -> int:
    """Print the table; the exit code is 1 when an interval is missed."""
    rows = backtest()
    if json:
        found = [asdict(row.interval) | {"value": row.value, "met": row.met} for row in rows]
        say(json_text.dumps({"bench": "backtest", "rows": found}, indent=2))
    else:
        _show(rows)
    return 0 if all(row.met for row in rows) else 1


def _show(rows: tuple[Row, ...]) -> None:
    width = max(len(row.interval.label) for row in rows)
    say("\nbacktest: the baseline's center line against published figures")
    say(f"{'':{width}}  {'low':>9}  {'model':>9}  {'high':>9}  {'unit':10}  evidence")
    for row in rows:
        interval = row.interval
        ends = f"{interval.low:>9,.4g}  {row.value:>9,.4g}  {interval.high:>9,.4g}"
        verdict = "" if row.met else "  MISSED"
        evidence = " ".join(interval.evidence)
        say(f"{interval.label:{width}}  {ends}  {interval.unit:10}  {evidence}{verdict}")
