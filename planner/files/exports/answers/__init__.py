"""Answers to questions as files that leave the program."""
