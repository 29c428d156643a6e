"""Menus that stay open while entries are checked, and what their entries tell."""
