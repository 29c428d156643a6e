"""The picture of what it takes: the share of futures that meet a goal over a lever."""
