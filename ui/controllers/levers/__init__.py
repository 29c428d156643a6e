"""What buttons of levers lead to, beyond the value that a row moves."""
