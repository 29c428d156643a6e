"""Scenarios and their levers: a slider for each, in the table under the charts."""
