"""Futures as thin lines, and one of them picked out: on a card, and on the page of a report."""
