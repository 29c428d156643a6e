"""The panels of the window, and what its commands do."""
