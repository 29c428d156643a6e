"""A planner's own numbers against the futures: scored, and used to draw them anew."""
