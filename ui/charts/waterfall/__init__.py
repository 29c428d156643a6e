"""The waterfall: how the parts of changed inputs add up to a difference."""
