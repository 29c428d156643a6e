"""Thin Qt item models: what is looked up below is shown in lists and tables.

Floor: items.
"""
