"""What is open as one value, and what each scenario of it is called."""
