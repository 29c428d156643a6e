"""The thread that studies run in, and when they may go on."""
