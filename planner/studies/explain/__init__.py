"""Why an outcome differs between two scenarios: the part of each input that differs."""
