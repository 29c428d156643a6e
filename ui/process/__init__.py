"""The program as a process: its display, state folder, settings, output, errors and ends.

It knows no document. Floor: process.
"""
