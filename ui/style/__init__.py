"""Themes, fonts and the room that letters take, for widgets and for pictures.

Floor: style.
"""
