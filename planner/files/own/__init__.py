"""A planner's own numbers as they come: files of whatever spreadsheet, region and language."""
