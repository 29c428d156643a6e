"""Questions asked of the model, one per file; sixth floor of planner."""
