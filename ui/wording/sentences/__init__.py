"""Answers in words: sentences made from the numbers of a run, one pure function each; no Qt."""
