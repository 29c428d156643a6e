"""Folders of sweeps read off the window's thread."""
