"""The drawer in which the path of a lever is edited."""
