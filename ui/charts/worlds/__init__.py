"""Pictures of answers on worlds and misses: a table, a trade-off, boxes; one painter each."""
