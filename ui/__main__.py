"""Lets `python -m ui` in a checkout do what `suanli` does."""

import sys

from ui.command_line import main

if __name__ == "__main__":
    sys.exit(main())
