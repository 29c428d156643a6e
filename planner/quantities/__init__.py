"""Units, ranges and the formatting of numbers: the lowest floor that knows a unit."""
