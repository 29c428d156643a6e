"""Where the keys go from panel to panel. Floor: controllers."""
