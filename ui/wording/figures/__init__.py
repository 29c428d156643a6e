"""What is said of figures beside their level and difference: states, and what is assumed."""
