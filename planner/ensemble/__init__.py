"""Draws futures, runs them all and folds them into bands."""
