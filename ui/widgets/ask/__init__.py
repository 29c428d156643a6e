"""The cards on which questions are answered."""
