"""Bookmarks and the story that they tell: made, edited, played."""
