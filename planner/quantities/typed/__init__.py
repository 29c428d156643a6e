"""Quantities as people type them: digits, magnitudes and units, read whole or refused."""
