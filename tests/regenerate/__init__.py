"""What the code writes into the repository: `make regenerate` writes it, a test compares it."""
