"""The rows of the commands: of each menu one module, and those of formats, places and units."""
