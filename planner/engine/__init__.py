"""Runs the model over time, for one future or for many; it does not draw them."""
