"""Which language the window speaks, and what one that is built anew in it takes over."""
