"""Sweeps: many points, each with many futures, run in batches and kept in a folder."""
