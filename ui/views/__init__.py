"""The parts of the window, put together; they report what a hand does and decide nothing.

Floor: views, below the controllers, which hold the window and steer it.
"""
