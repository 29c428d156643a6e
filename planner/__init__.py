"""The model of the compute build-out and everything that runs it: no Qt, no plotting, no printing."""
