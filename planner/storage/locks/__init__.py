"""One writer at a time: lock files, who stands in them, and the locks of the system below."""
