"""Where a number comes from: its equation with values, its causes, its loops, its evidence."""
