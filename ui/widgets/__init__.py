"""Small Qt widgets, and what they show: a widget holds no scenario and edits none.

`rows` are inputs with a name, `fields` what a number is typed or dragged in. Floor: widgets.
"""
