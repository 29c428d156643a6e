"""The table of scenarios and levers: its cells as they are painted and moved, its heads."""
