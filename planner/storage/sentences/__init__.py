"""A sentence before it is in a language, and errors of files as such sentences."""
