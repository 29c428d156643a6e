"""Keeps of many futures those that agree with what was measured in 2025 and 2026."""
