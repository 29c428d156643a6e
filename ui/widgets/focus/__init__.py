"""Where the keys are: the frame around it, and the arrows within a group. Floor: widgets."""
