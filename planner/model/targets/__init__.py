"""What a planner wants an outcome to be: targets and limits, and what is none."""
