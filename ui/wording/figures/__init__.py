"""What is said of figures: how exactly, by how much they differ, states, what is assumed."""
