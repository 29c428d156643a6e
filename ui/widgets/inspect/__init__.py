"""Widgets that show an inspected value; they know no scenario."""
