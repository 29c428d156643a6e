"""Folds many futures into median, bands and shares of states, month by month."""
