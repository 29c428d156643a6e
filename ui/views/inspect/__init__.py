"""The room in which one value is traced back to what it comes from."""
