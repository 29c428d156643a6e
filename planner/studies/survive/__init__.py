"""Whether advice survives: scenarios in several worlds, and what stands against what."""
