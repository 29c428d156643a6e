"""How a value, unit, lever, step or key figure is said, in words.

It knows no document and no widget. Floor: wording, on which all others of ui stand.
"""
