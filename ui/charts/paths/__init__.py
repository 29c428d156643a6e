"""The chart of a path whose points a hand drags."""
