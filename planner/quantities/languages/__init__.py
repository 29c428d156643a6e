"""One table of units per language: the factor of each unit and its words."""
