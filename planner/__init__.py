"""The model of the compute build-out and all that runs it: no Qt, no plotting, no printing."""
