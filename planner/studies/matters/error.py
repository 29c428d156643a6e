"""What cannot be told of what matters; sixth floor of planner."""


class MattersError(ValueError):
    """A question that has no answer; the message is one sentence."""
