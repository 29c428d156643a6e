"""The words of a comparison of scenarios: of its cells, and of the inputs that differ."""
