"""What the tables of this window have in common. Floor: widgets."""
