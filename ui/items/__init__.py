"""Thin Qt item models: they look values up, they do not compute."""
