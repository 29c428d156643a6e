"""What a planner's own numbers say: sentences, rows to draw, and the answer to keep."""
