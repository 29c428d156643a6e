"""Rows of inputs: a lever, an assumption, and the headings and drawers that fold them."""
