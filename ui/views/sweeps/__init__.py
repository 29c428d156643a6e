"""The window of a sweep."""
