"""Puts on screen what was read: files, examples, and what drew a picture."""
