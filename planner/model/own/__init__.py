"""Scenarios with numbers of their own: attached, taken away, and which futures follow of them."""
