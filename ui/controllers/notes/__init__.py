"""Notes on charts: written, moved and removed in the scenario on screen."""
