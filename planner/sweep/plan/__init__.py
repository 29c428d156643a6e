"""What a plan of a sweep asks for."""
