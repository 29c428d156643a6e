"""Qt's application: whether there can be one, which libraries it misses, and how it is made."""
