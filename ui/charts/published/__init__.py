"""Published figures on charts: what a mark tells, and which of them the model misses."""
