"""Pictures of the points of a sweep."""
