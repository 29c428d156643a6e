"""Help beside the window: its pages, one viewer of them, and search through all."""
