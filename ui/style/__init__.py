"""Themes, fonts and letters, which every widget and picture shares."""
