"""Which points a sweep has, and the scenario of each."""
