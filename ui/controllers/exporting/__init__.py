"""Where exports are to be written: asked before anything is."""
