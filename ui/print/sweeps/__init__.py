"""Tables and pictures of the points of a sweep as files."""
