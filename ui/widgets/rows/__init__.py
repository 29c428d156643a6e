"""Rows of inputs: a lever, an assumption, and the headings that fold them."""
