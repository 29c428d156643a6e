"""Units, ranges, and quantities as people write them; first floor of planner."""
