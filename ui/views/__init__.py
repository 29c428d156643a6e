"""The panels of the window: each derives what it shows and applies only what differs."""
