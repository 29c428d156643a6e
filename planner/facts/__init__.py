"""The evidence: what was published, what we chose, and the defaults that follow.  Floor: facts."""
