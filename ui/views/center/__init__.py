"""The middle of the window: what it shows, what it derives for that, and which series it wants."""
