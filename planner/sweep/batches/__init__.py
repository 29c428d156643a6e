"""One batch of a sweep: which futures of which points it has, its run, and its bytes."""
