"""How to split a budget: the best amounts, what they add, and how other splits compare."""
