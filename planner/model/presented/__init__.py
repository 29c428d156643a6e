"""What is shown to others of a scenario: its argument, a story of states, notes on charts."""
