"""The evidence: published, chosen, and the defaults that follow; second floor of planner."""
