"""Opens sweeps, each in a window of its own, and takes what is seen there out of it."""
