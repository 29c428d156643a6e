"""The model and the file system off the GUI thread: what runs, reports and can be stopped.

Threads end here: whoever asks from above hears in the GUI thread. Floor: engine.
"""
