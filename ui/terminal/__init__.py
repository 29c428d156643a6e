"""The terminal face: one module per command, and what they share. Never imports Qt by itself."""
