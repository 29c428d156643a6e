"""A story on paper: a page for each of its steps."""
