"""The sheets of a workbook, each a value made of runs or of scenarios."""
