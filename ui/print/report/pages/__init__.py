"""What pages of a report are made of: how large they are, and their sections."""
