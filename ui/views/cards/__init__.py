"""The cards above the charts: their row, and what each can be made."""
