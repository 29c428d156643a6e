"""The two faces of Suanli, window and terminal: they import planner, never the reverse."""
