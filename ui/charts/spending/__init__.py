"""Pictures of answers about money: a curve over a budget, and bars of what it goes to."""
