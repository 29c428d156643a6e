"""The program as a process: its display, folders, errors and ends."""
