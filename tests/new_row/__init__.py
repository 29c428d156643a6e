"""The program with a new outcome in a unit nobody knows: what one more row must not break."""
