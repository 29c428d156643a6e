"""What a list is chosen from by typing, and what of it answers. Floor: widgets."""
