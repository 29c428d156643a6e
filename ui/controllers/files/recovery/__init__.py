"""Gives back the work of a program that died: asks about it, and puts it on screen."""
