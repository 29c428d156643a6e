"""The folder of a sweep: its files, what is done of it, and how it goes on after anything."""
