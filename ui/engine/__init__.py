"""The model and the file system off the GUI thread; threads end here."""
