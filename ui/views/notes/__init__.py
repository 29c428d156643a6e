"""Writing a note that is pinned to a chart."""
