"""Systems of Linux: what their packages are called, and which of them this one is."""
