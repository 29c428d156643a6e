"""Parts of a table that compares scenarios: its cells and its two headers; no scenario in them."""
