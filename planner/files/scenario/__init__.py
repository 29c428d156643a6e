"""Scenario files and pictures that carry them: read, written, carried over from older models."""
