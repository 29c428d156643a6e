"""What is said of answers about money."""
