"""What the path drawer says: knots and where they come from, what is typed, what a path did."""
