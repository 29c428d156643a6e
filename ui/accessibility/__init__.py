"""What widgets that paint themselves tell a screen reader: names, values, parts, events.

Floor: accessibility. It knows Qt and no widget of ours.
"""
