"""The card of a planner's own numbers: before there are any, and what they say."""
