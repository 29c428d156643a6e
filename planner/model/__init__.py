"""Levers, assumptions, equations and outcomes, each written once; it does not run them."""
