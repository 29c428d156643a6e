"""What the window keeps from day to day, as texts."""
