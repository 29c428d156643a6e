"""When Python searches for garbage: not while the window starts, which makes next to none."""

import gc


def collect_later() -> None:
    """Search for no garbage until `collect_again` is called."""
    gc.disable()


def collect_again() -> None:
    """Search for garbage again, what the start has made left aside: it lasts as long as we do."""
    gc.freeze()
    gc.enable()
