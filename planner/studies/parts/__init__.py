"""What a change is made of."""
