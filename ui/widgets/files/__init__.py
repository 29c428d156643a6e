"""Dialogs that ask for files, and paths as such a dialog has them."""
