"""Figures as cards: what one shows, and how it is painted."""
