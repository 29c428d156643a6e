"""Units, ranges, and quantities as people write them: the lowest floor that knows a unit."""
