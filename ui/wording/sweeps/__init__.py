"""What the window of a sweep says: its numbers, its points, its head and its answer."""
