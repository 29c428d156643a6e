"""Scenario files and exports: everything that is read from or written to disk."""
