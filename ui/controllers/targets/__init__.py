"""What hands and commands do to targets."""
