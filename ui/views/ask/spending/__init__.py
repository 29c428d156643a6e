"""The cards about money: how to split a budget, and what a yuan buys."""
