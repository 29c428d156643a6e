"""What is presented of scenarios, as tables of a workbook of scenarios."""
