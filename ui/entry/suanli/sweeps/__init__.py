"""Sweeps: many points, each with many futures, in a folder."""
