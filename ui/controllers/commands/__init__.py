"""What the commands of the window do, and when they can be given. Floor: controllers."""
