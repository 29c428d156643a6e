"""Charts on paper and in files: the sheet, pictures, the report."""
