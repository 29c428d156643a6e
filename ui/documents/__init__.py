"""Open scenarios: their histories, files, locks and kept work."""
