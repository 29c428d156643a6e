"""How the row of an input is said: what it is, what it shows, its tip, its path, its outcome."""
