"""What the program keeps of its own between two starts: the folder, who may read it, settings."""
