"""Lists of the panel at the right: rows that stay, rows that move, and what paints them."""
