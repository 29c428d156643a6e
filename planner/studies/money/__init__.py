"""What money buys: cost per enterprise and per compute, on average and of the next one."""
