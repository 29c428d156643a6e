"""The language of equations: what one is, which functions it may call, how it is read."""
