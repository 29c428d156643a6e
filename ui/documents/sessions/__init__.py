"""The session files that are open in a window."""
