"""Sessions: all scenarios of a window and how they are shown, in one file."""
