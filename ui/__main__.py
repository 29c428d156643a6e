"""`python -m ui` is `suanli`."""

import sys

from ui.command_line import main

if __name__ == "__main__":
    sys.exit(main())
