"""How numbers, months and lists are told in the language spoken; first floor of planner, no Qt."""
