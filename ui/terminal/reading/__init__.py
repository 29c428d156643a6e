"""What a user types: names of scenarios, values, paths."""
