"""Open scenarios: the one way to change them, their histories, files, locks and kept work.

Nothing here is seen. Floor: documents.
"""
