"""Reads the sheets of a workbook that hold stories and notes on charts."""
