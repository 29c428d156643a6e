"""Where the parts of a chart lie: axes, names of curves, labels of events."""
