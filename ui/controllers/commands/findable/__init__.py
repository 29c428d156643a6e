"""What the finder finds, and where each leads. Floor: controllers."""
