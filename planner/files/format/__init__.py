"""What a scenario file may hold, and the sentence for what it may not."""
