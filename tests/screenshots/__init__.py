"""Pictures of every panel and dialog of the window, in every language, theme and size."""
