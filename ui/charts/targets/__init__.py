"""Targets on a chart: which lines there are, where a hand moves them, and the item that paints."""
