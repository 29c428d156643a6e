"""Lets `python -m ui` in a checkout do what `suanli` does."""

import sys

from ui.command_line import main
from ui.process.leaving import left_at_once

if __name__ == "__main__":
    sys.exit(left_at_once(main()))
