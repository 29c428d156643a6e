"""Where the parts of a chart lie: axes, names, labels of events."""
