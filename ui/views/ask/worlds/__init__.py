"""The cards on other worlds and on misses: whether advice survives, and when it fails."""
