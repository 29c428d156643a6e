"""How a target is said, and the share of futures that meet it; and how one is typed."""
