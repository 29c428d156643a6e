"""Opens and saves sessions: several scenarios in one file."""
