"""The map of causes: where its nodes stand, how it is painted, and the widget that shows it."""
