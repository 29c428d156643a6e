"""What a window shows to who opens it for the first time."""
