"""The equations, one module per sector; third floor of planner."""
