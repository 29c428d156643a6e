"""Where numbers, charts and reports of a run are written."""
