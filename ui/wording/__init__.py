"""How a value, unit, lever, step or key figure is said, in words."""
