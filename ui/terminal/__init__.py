"""The terminal face: one module per command, and what they share.

Qt is imported only for what needs it: charts, reports, and a CSV for Excel. It knows nothing of
the window. Floor: terminal.
"""
