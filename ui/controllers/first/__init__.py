"""When the questions to start from, their guide and the tour come and go."""
