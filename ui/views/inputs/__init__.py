"""The left of the window: levers and assumptions."""
