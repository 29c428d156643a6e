"""What is wrong with a sweep, in one sentence; eighth floor of planner."""


class SweepError(Exception):
    """A sweep that cannot be run, stored or read; the message is one sentence."""
