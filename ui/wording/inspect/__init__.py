"""How an inspected value is said: names, numbers, equations, evidence and loops."""
