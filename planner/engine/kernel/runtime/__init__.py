"""Runtime of the kernel: loads machine code, keeps it, and runs it; fourth floor of planner."""
