"""Small Qt widgets, and what they show: a widget holds no scenario and edits none."""
