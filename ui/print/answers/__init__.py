"""Answers to questions on a page: what is said, the picture, the table."""
