"""Single futures: which one a line is, what is unusual in it, and the scenario that holds it."""
