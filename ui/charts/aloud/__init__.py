"""What a screen reader is told of a chart: its parts, and each step of the keys."""
