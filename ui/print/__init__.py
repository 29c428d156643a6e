"""Charts on paper and in files: the sheet, pictures, the report.

It asks charts what to draw and imports no pyqtgraph itself. Floor: print.
"""
