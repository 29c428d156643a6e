"""What the first minute says: the questions to start from, the steps of the tour."""
