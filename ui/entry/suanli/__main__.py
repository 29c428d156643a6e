"""Lets `python -m suanli` do what the command `suanli` does."""

import sys

from suanli import main

if __name__ == "__main__":
    sys.exit(main())
