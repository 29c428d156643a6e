"""What answers say in the terminal that no table of theirs says."""
