"""An example of a planner's own numbers, to try and to fill in; seventh floor of planner.

The numbers in it are invented, and say so.
"""

from typing import Final

EXAMPLE_NAME: Final = "own-numbers.csv"
EXAMPLE: Final = """\
date,outcome,place,value,error,source
2026-12,enterprises,Chengdu,1190,3%,invented
2027-12,enterprises,Chengdu,1340,3%,invented
2027-06,used_compute,,980,10%,invented as well
2026,voucher_budget,Chengdu,150,,
"""


def example_file() -> bytes:
    """Return the example as a CSV that spreadsheets open with its letters as they are."""
    return EXAMPLE.encode("utf-8-sig")
